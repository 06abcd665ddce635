package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.process.message.ItemReader;
import io.fluxlab.trace.TraceLog;

/** Gives a task the results that a journal has of it, from before. */
record ReplayedTask(RemoteTask task) implements FrameReader.Listener {

    @Override
    public void items(int index, long from, ItemReader items) {
        task.items(from, items);
    }

    @Override
    public void ended(int index, long count, long cpuNanos, long wallNanos) {
        task.ended(count, cpuNanos);
    }

    /** Nothing comes of it: only tasks that ended well are kept. */
    @Override
    public void failed(int index, String code, String message) {}

    /** Its threads did that in a run that is over, whose times are none of this run's. */
    @Override
    public void traced(int index, long sinceNanos, TraceLog.Kept kept) {}
}
