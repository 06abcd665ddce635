package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.Quantities;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.Silences;
import io.fluxlab.cli.live.Animation;
import io.fluxlab.cli.live.Picture;
import io.fluxlab.cli.live.TaskBoard;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunTracker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run on a terminal, or several one after the other: its tasks, and how the process is. Thread-safe. */
public final class LiveRun implements View<RunEvent>, Picture {

    private final RunTracker tracker = new RunTracker(TaskBoard.MOST_ROWS);
    private final TaskBoard board;
    private final Silences silences;
    private final ReportWords words;
    private final Palette palette;
    private String heading;
    private final Animation animation;
    private @Nullable Pulse pulse;

    /** Begins to show a run that has yet to start. */
    public LiveRun(String workload, String lane, ReportWords words, Palette palette) {
        this.words = words;
        this.silences = new Silences(words);
        this.board = new TaskBoard(words, palette);
        this.palette = palette;
        this.heading = heading(workload, lane);
        this.animation = Animation.of(this);
    }

    @Override
    public synchronized void accept(RunEvent event) {
        tracker.accept(event);
        silences.accept(event);
        if (event instanceof Pulse newest) {
            pulse = newest;
        } else if (event instanceof RunStarted started) {
            heading = heading(started.workload(), started.lane());
        }
    }

    @Override
    public synchronized List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        List<String> silent = silences.lines();
        board.show(tracker.snapshot());
        lines.addAll(board.lines(width, Math.max(1, height - 3 - silent.size())));
        lines.addAll(silent);
        lines.add("");
        lines.add(vitals());
        return lines;
    }

    private String heading(String workload, String lane) {
        return words.say("phase.on", palette.paint(Ink.STRONG, workload), palette.paint(Ink.STRONG, lane));
    }

    private String vitals() {
        Pulse newest = pulse;
        String items = words.say("board.items", tracker.items());
        return newest == null
                ? items
                : items + words.say("board.cpus", Quantities.cpus(newest.cpu())) + bystander(newest.bystander());
    }

    private String bystander(Latency latency) {
        return latency.count() == 0
                ? ""
                : words.say(
                        "board.bystander",
                        words.time(latency.p50Nanos()),
                        words.time(latency.p99Nanos()),
                        words.time(latency.maxNanos()));
    }

    @Override
    public int width(int usual) {
        return animation.width();
    }

    @Override
    public void close() {
        animation.close();
    }
}
