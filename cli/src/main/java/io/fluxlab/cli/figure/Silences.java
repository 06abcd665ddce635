package io.fluxlab.cli.figure;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskSilent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which tasks of the run that goes on give no sign, and what it leaves behind, in words. Not thread-safe. */
public final class Silences {

    private static final String CANCELLED = "cancelled";

    private final ReportWords words;
    private final Map<Integer, TaskSilent> silent = new TreeMap<>();
    private List<Leftover> left = List.of();

    /** None as yet. */
    public Silences(ReportWords words) {
        this.words = words;
    }

    /** Takes in what happened; where a run starts, whatever was before is forgotten. */
    public void accept(RunEvent event) {
        switch (event) {
            case RunStarted ignored -> clear();
            case TaskSilent now -> silent.put(now.task(), now);
            case TaskItems sign -> silent.remove(sign.task());
            case TaskProgress sign -> silent.remove(sign.task());
            case TaskFinished end -> silent.remove(end.task());
            case TaskFailed end -> {
                if (!end.error().code().equals(CANCELLED)) {
                    silent.remove(end.task());
                }
            }
            case RunFinished end -> {
                List<Leftover> threads = end.left();
                left = threads == null ? List.of() : threads;
            }
            case RunEvent.TaskStarted ignored -> {}
            case RunEvent.TaskTrace ignored -> {}
            case RunEvent.Pulse ignored -> {}
        }
    }

    /** Forgets everything: another run begins. */
    public void clear() {
        silent.clear();
        left = List.of();
    }

    /** The tasks that are silent, and the threads that are left behind, a few lines each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        silent.values().forEach(each -> lines.addAll(lines(each)));
        lines.addAll(left(left));
        return lines;
    }

    /** The threads that are left behind. */
    List<String> left(@Nullable List<Leftover> threads) {
        List<String> lines = new ArrayList<>();
        if (threads != null) {
            for (Leftover thread : threads) {
                lines.add(words.say("left", thread.thread(), thread.task()));
                thread.at().forEach(frame -> lines.add("    at " + frame));
            }
        }
        return lines;
    }

    /** A task that is silent. */
    public List<String> lines(TaskSilent task) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "silent", task.task(), words.seconds(task.silentNanos()), Quantities.cpus(task.cpu()), task.demand()));
        String thread = task.thread();
        if (thread == null) {
            lines.add("  "
                    + (task.at().isEmpty()
                            ? words.say("silent.nowhere")
                            : words.say("silent.operators", String.join(", ", task.at()))));
        } else {
            lines.add("  "
                    + words.say(
                            "silent.thread",
                            thread,
                            task.at().isEmpty() ? "?" : task.at().get(0)));
            task.at().stream().skip(1).forEach(frame -> lines.add("    at " + frame));
        }
        return lines;
    }
}
