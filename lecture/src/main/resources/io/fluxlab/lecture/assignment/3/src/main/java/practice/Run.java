package practice;

/** Threads that were started. */
public interface Run {

    /** Waits until all of them have ended. */
    void join() throws InterruptedException;

    /** Tells all of them to end, and waits until they have. */
    void cancel() throws InterruptedException;
}
