package io.fluxlab.cli.figure;

import io.fluxlab.load.LoadSummary;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps of a run's events what its report needs. Not thread-safe. */
public final class RunReportSummary {

    private static final int FAILURES_TOLD = 5;

    /** Of a task that was told to end. */
    private static final String CANCELLED = "cancelled";

    private final List<TaskFailed> failures = new ArrayList<>();
    private final ReportWords words;
    private final Silences silences;
    private final TraceText trace = new TraceText();
    private @Nullable RunStarted started;
    private @Nullable RunFinished finished;

    /** Of a run that will be told in these words. */
    public RunReportSummary(ReportWords words) {
        this.words = words;
        this.silences = new Silences(words);
    }

    /** What hangs in the run that goes on, and what it has left behind; nothing where nothing does. */
    public List<String> lastWords() {
        return silences.lines();
    }

    /** Takes in what happened. */
    public void accept(RunEvent event) {
        silences.accept(event);
        trace.accept(event);
        if (event instanceof RunStarted first) {
            started = first;
        } else if (event instanceof RunFinished last) {
            finished = last;
        } else if (event instanceof TaskFailed failed && failures.size() < FAILURES_TOLD) {
            failures.add(failed);
        }
    }

    private RunReport.TaskFailure told(TaskFailed failed) {
        List<String> at = failed.error().at();
        return new RunReport.TaskFailure(
                words.say("board.task", failed.task()) + ": " + failed.error().message(), at == null ? List.of() : at);
    }

    /** Tasks that a load left behind when it was over have not failed. */
    private static boolean isToBeTold(TaskFailed failed, RunFinished end) {
        LoadSummary load = end.summary().load();
        return load == null || load.unserved() == 0 || !failed.error().code().equals(CANCELLED);
    }

    /** The report of a run that has ended. */
    public RunReport report() {
        if (started == null || finished == null) {
            throw new IllegalStateException("the run ended without its last event");
        }
        RunFinished end = finished;
        return new RunReport(
                started,
                end,
                failures.stream()
                        .filter(failed -> isToBeTold(failed, end))
                        .map(this::told)
                        .toList(),
                silences.lines(),
                trace.lines());
    }
}
