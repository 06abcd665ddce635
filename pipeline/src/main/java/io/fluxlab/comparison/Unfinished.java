package io.fluxlab.comparison;

import io.fluxlab.diagnosis.Outline.Silence;
import io.fluxlab.diagnosis.Outline.Silence.How;
import io.fluxlab.measure.Durations;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.verdict.LaneFailure;
import org.jspecify.annotations.Nullable;

/** What is known of the tasks of a run that has to be stopped before they end. Confined to the comparison's stream. */
final class Unfinished {

    /** A task that goes on for so many times as long as any that has ended is another kind of task. */
    private static final int FAR_LONGER = 3;

    private @Nullable TaskSilent silent;
    private long lastStartNanos;
    private long longestNanos;

    /** A run starts. */
    void start() {
        silent = null;
        lastStartNanos = 0;
        longestNanos = 0;
    }

    void accept(RunEvent event) {
        if (event instanceof TaskStarted started) {
            lastStartNanos = started.atNanos();
        } else if (event instanceof TaskFinished finished) {
            longestNanos = Math.max(longestNanos, finished.wallNanos());
        } else if (event instanceof TaskSilent now) {
            silent = now;
        }
    }

    /** What was told last of a task that gave no sign; null where none was silent. */
    @Nullable
    TaskSilent lastSilent() {
        return silent;
    }

    /** To be said behind why a run was stopped; empty where no task was silent. */
    String words() {
        TaskSilent last = silent;
        return last == null
                ? ""
                : "; task %d was silent for %s".formatted(last.task(), Durations.readable(last.silentNanos()));
    }

    /** Where no task was silent, those whose threads can't be stopped have computed. */
    Silence silence(LaneFailure failure, long wallNanos) {
        TaskSilent last = silent;
        if (last != null) {
            return Silence.of(failure.failed(), last, failure.at());
        }
        boolean mayEnd = wallNanos - lastStartNanos < FAR_LONGER * longestNanos;
        return new Silence(failure.failed(), wallNanos, mayEnd ? How.GO_ON : How.COMPUTE, failure.at());
    }
}
