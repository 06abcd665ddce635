package io.fluxlab.run;

/** Where the parts of a run tell what has happened. Thread-safe; its methods never block, but may call the subscriber. */
interface SignalSink {

    /** Queues a signal that must not be lost, and emits what can be emitted. */
    void offer(RunSignal.Lossless signal);

    /** Has the signal wait in place of the one that waits there. Emits nothing before {@link #drain}. */
    void replace(ConflatedSignals.Place place, RunSignal.Newest signal);

    /** Emits what can be emitted. */
    void drain();
}
