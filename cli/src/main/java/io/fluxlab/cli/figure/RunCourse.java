package io.fluxlab.cli.figure;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps of a run's events what its report needs. Not thread-safe. */
public final class RunCourse {

    private static final int FAILURES_TOLD = 5;

    private final List<String> failures = new ArrayList<>();
    private @Nullable RunStarted started;
    private @Nullable RunFinished finished;

    /** Takes in what happened. */
    public void accept(RunEvent event) {
        if (event instanceof RunStarted first) {
            started = first;
        } else if (event instanceof RunFinished last) {
            finished = last;
        } else if (event instanceof TaskFailed failed && failures.size() < FAILURES_TOLD) {
            failures.add("task " + failed.task() + ": " + failed.error().message());
        }
    }

    /** The report of a run that has ended. */
    public RunReport report() {
        if (started == null || finished == null) {
            throw new IllegalStateException("the run ended without its last event");
        }
        return new RunReport(started, finished, failures);
    }
}
