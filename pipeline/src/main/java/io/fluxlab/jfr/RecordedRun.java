package io.fluxlab.jfr;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the flight recorder is told of one run and its tasks. Thread-safe. */
public final class RecordedRun {

    private final String run;
    private final String workload;
    private final String lane;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile @Nullable RunJfrEvent event;

    /** A run that has not begun. */
    public RecordedRun(String run, String workload, String lane) {
        this.run = run;
        this.workload = workload;
        this.lane = lane;
    }

    /** Its tasks may start. */
    public void begin() {
        RunJfrEvent begun = new RunJfrEvent();
        if (begun.isEnabled()) {
            begun.begin();
            event = begun;
        }
    }

    /** It is over; only the first end counts. */
    public void end(int tasks, String status) {
        RunJfrEvent begun = event;
        if (begun != null && isOver.compareAndSet(false, true)) {
            begun.run = run;
            begun.workload = workload;
            begun.lane = lane;
            begun.tasks = tasks;
            begun.status = status;
            begun.commit();
        }
    }

    /** A task that starts on this thread; the same object for all of them where nobody records. */
    public RecordedTask task() {
        TaskJfrEvent begun = new TaskJfrEvent();
        if (!begun.isEnabled()) {
            return RecordedTask.NOT_RECORDED;
        }
        begun.run = run;
        begun.workload = workload;
        begun.lane = lane;
        begun.startedOn = Thread.currentThread();
        begun.begin();
        return new RecordedTask(begun);
    }
}
