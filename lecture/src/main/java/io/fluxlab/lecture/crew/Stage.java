package io.fluxlab.lecture.crew;

/** What a demonstration is played on: threads, files, schedulers. Thread-safe: cancel closes it from elsewhere. */
public interface Stage extends AutoCloseable {

    /** Ends all that was begun. Does not wait. */
    @Override
    void close();
}
