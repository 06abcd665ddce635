package io.fluxlab.run;

import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.run.RunEvent.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task has to say, as it waits in the outlet. The outlet's one thread at a time does the run's accounts here. */
final class TaskEvents {

    private TaskEvents() {}

    /** It starts. */
    record Started(TaskRun task, String worker) implements Pending {
        @Override
        public RunEvent next(long seq) {
            RunScope run = task.run();
            run.dispatcher().startDelivered();
            String label = run.plan().label(task.task());
            return new RunEvent.TaskStarted(seq, task.startedNanos(), task.task(), label, worker);
        }

        @Override
        public boolean isExhausted() {
            return true;
        }
    }

    /** Items wait. */
    record Items(TaskRun task, ItemBuffer buffer) implements Pending {
        @Override
        public @Nullable RunEvent next(long seq) {
            return batch(seq, task.run().clock().nanos(), task, buffer);
        }

        @Override
        public boolean isExhausted() {
            return buffer.isDone();
        }
    }

    /** It has ended; what items are left go first. */
    static final class Ended implements Pending {
        private final TaskRun task;
        private final long atNanos;
        private final @Nullable Failure failure;
        private final long cpuNanos;
        private boolean said;

        Ended(TaskRun task, long atNanos, @Nullable Failure failure, long cpuNanos) {
            this.task = task;
            this.atNanos = atNanos;
            this.failure = failure;
            this.cpuNanos = cpuNanos;
        }

        @Override
        public RunEvent next(long seq) {
            ItemBuffer buffer = task.items();
            RunEvent items = buffer == null ? null : batch(seq, atNanos, task, buffer);
            if (items != null) {
                return items;
            }
            said = true;
            long count = buffer == null ? 0 : buffer.taken();
            task.close();
            task.run().trails().add(task.trail(), atNanos - task.startedNanos());
            task.run().dispatcher().endDelivered(atNanos, count, failure != null);
            if (failure != null) {
                return new RunEvent.TaskFailed(seq, atNanos, task.task(), failure);
            }
            Long cpu = cpuNanos == ThreadCpuClock.UNKNOWN ? null : cpuNanos;
            return new RunEvent.TaskFinished(seq, atNanos, task.task(), count, atNanos - task.startedNanos(), cpu);
        }

        @Override
        public boolean isExhausted() {
            return said;
        }
    }

    private static @Nullable RunEvent batch(long seq, long atNanos, TaskRun task, ItemBuffer buffer) {
        if (task.isClosed()) {
            return null;
        }
        long from = buffer.taken();
        List<Object> items = buffer.take();
        if (items.isEmpty()) {
            return null;
        }
        task.itemsTaken(items.size());
        return new RunEvent.TaskItems(seq, atNanos, task.task(), from, items);
    }
}
