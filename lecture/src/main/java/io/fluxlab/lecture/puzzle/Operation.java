package io.fluxlab.lecture.puzzle;

/** What a thread does in one go: no other thread gets between its beginning and its end. Immutable. */
public sealed interface Operation {

    /** The value of a variable goes into the thread's own register. */
    record Load(String variable) implements Operation {}

    /** The thread's own register grows. */
    record Add(int amount) implements Operation {}

    /** The value of the thread's own register goes into a variable. */
    record Store(String variable) implements Operation {}

    /** The thread takes a lock that nobody holds; until then it can't go on. */
    record Acquire(String lock) implements Operation {}

    /** The thread gives its lock back. */
    record Release(String lock) implements Operation {}

    /** The thread does what touches nothing that is shared. */
    record Work() implements Operation {}

    /** The thread goes on where a list is empty, and jumps to the operation of this index where it is not. */
    record TestEmpty(String list, int otherwise) implements Operation {}

    /**
     * The thread gives its lock back and sleeps until it is notified; then it needs the lock again, and goes on at the
     * operation of this index.
     */
    record Wait(String lock, int next) implements Operation {}

    /** Of the threads that sleep at a lock, the one that has slept longest is woken; where none sleeps, nothing happens. */
    record Notify(String lock) implements Operation {}

    /** A list gets an item. */
    record Put(String list) implements Operation {}

    /** A list loses an item; where it has none, the thread fails. */
    record Take(String list) implements Operation {}
}
