package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.Quantities;
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
    private final Palette palette;
    private String heading;
    private final Animation animation;
    private @Nullable Pulse pulse;

    /** Begins to show a run that has yet to start. */
    public LiveRun(String workload, String lane, Palette palette) {
        this.board = new TaskBoard(palette);
        this.palette = palette;
        this.heading = heading(workload, lane);
        this.animation = Animation.of(this);
    }

    @Override
    public synchronized void accept(RunEvent event) {
        tracker.accept(event);
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
        board.show(tracker.snapshot());
        lines.addAll(board.lines(width, height - 3));
        lines.add("");
        lines.add(vitals());
        return lines;
    }

    private String heading(String workload, String lane) {
        return palette.paint(Ink.STRONG, workload) + " on " + palette.paint(Ink.STRONG, lane);
    }

    private String vitals() {
        Pulse newest = pulse;
        String items = Quantities.count(tracker.items(), "item");
        return newest == null
                ? items
                : items + ", " + Quantities.cpus(newest.cpu()) + " CPUs" + bystander(newest.bystander());
    }

    private static String bystander(Latency latency) {
        return latency.count() == 0 ? "" : ", bystander " + Quantities.latency(latency);
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
