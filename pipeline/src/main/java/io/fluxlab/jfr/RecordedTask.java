package io.fluxlab.jfr;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the flight recorder is told of one task. One thread at a time. */
public final class RecordedTask {

    /** Of a task that nobody records. */
    public static final RecordedTask NOT_RECORDED = new RecordedTask(null);

    private final @Nullable TaskJfrEvent event;

    RecordedTask(@Nullable TaskJfrEvent event) {
        this.event = event;
    }

    /**
     * It has ended, on this thread.
     *
     * @param name asked for where it is recorded
     * @param error with which it ended; null where there was none
     */
    public void end(int task, Supplier<String> name, @Nullable Throwable error) {
        TaskJfrEvent begun = event;
        if (begun != null && begun.shouldCommit()) {
            begun.task = task;
            begun.name = name.get();
            begun.failure = error == null ? null : error.getClass().getName();
            begun.commit();
        }
    }
}
