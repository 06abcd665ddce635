package io.fluxlab.run;

/** What the observer of a run sees of a task that computes or emits. Thread-safe. */
interface ObservedTask {

    /** Its index. */
    int index();

    /** What its last checkpoint said. */
    long done();

    /** Whether its body's end was told. */
    boolean hasEnded();

    /** Its items that wait. */
    TaskOutput output();
}
