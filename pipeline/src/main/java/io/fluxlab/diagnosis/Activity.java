package io.fluxlab.diagnosis;

/** What a task was doing at the moment at which it was looked at. */
public enum Activity {
    /** Its thread could use a CPU. */
    RUNNING,
    /** Its thread uses a CPU to wait: it yields, or says that it spins. */
    SPINNING,
    /** Its thread waits for a time to pass. */
    SLEEPING,
    /** Its virtual thread waits, for whatever it is, and holds its carrier. */
    PINNED,
    /** Its thread waits for a lock that another one has. */
    BLOCKED,
    /** Its thread waits for one of several things that others have: a permit, a connection, an element of a queue. */
    ACQUIRING,
    /** Its thread waits at a condition of the user's, until somebody says that it may go on: another task, or anything else. */
    HELD_BACK,
    /** Its thread reads, writes, connects or accepts. */
    IO,
    /** Its thread waits for the result of what it has had others do. */
    AWAITING,
    /** Its thread waits for something else: a latch, another thread's end. */
    PARKED,
    /** No thread is in it: it waits for a signal. */
    SUSPENDED;

    /** Whether another thread may do meanwhile what is waited for. */
    public boolean waitsForOthers() {
        return this == SUSPENDED || this == AWAITING || this == PARKED || this == HELD_BACK;
    }

    /** Whether the thread that does this is held and uses no CPU time. */
    public boolean holdsThread() {
        return this != RUNNING && this != SPINNING && this != SUSPENDED;
    }
}
