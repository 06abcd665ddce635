package io.fluxlab.lecture.demonstration;

/** What a demonstration is played on: threads, files, schedulers. Thread-safe: cancel closes it from elsewhere. */
public interface DemonstrationResources extends AutoCloseable {

    /** Ends all that was begun. Does not wait. */
    @Override
    void close();
}
