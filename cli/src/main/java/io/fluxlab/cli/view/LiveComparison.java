package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.Silences;
import io.fluxlab.cli.figure.StandingTable;
import io.fluxlab.cli.live.Animation;
import io.fluxlab.cli.live.Picture;
import io.fluxlab.cli.live.TaskBoard;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.RunProgress;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.run.RunTracker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison on a terminal: where the lanes stand, and the tasks of the run that goes on. Thread-safe. */
public final class LiveComparison implements View<ComparisonEvent>, Picture {

    private final Palette palette;
    private final RunTracker tracker = new RunTracker(TaskBoard.MOST_ROWS);
    private final TaskBoard board;
    private final Silences silences;
    private final Animation animation;
    private final long startNanos = System.nanoTime();
    private final ReportWords words;
    private String phase;
    private String lane = "";
    private @Nullable ComparisonStarted started;
    private @Nullable Standings standings;

    /** Begins to show a comparison that has yet to start. */
    public LiveComparison(ReportWords words, Palette palette) {
        this.words = words;
        this.silences = new Silences(words);
        this.palette = palette;
        this.phase = words.say("phase.starting");
        this.board = new TaskBoard(words, palette);
        this.animation = Animation.of(this);
    }

    @Override
    public synchronized void accept(ComparisonEvent event) {
        switch (event) {
            case ComparisonStarted first -> {
                started = first;
                phase = words.say("phase.idle");
            }
            case RoundStarted round -> {
                phase = words.say(round.warmup() ? "phase.warmup" : "phase.round", round.round());
                lane = round.lane();
                board.show(RunSnapshot.NONE);
                silences.clear();
            }
            case OfRun run -> {
                silences.accept(run.event());
                if (!(run.event() instanceof TaskSilent)) { // of which a display is told, and of no other
                    tracker.accept(run.event());
                    board.show(tracker.snapshot());
                }
            }
            case RunProgress progress -> board.show(progress.run());
            case Standings newest -> standings = newest;
            case Found found -> explaining(found.lane());
            case Proved proved -> explaining(proved.lane());
            case Verdict ignored -> phase = words.say("phase.done");
        }
    }

    @Override
    public synchronized List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        ComparisonStarted first = started;
        if (first == null) {
            return List.of(phase());
        }
        lines.addAll(Report.opening(first, words, palette));
        lines.add("");
        lines.addAll(StandingTable.of(first, standings, lane, words).lines(palette));
        lines.add("");
        lines.add(phase());
        lines.addAll(silences.lines());
        lines.addAll(board.lines(width, height - lines.size()));
        return lines;
    }

    private void explaining(String explained) {
        phase = words.say("phase.explaining");
        lane = explained;
    }

    private String phase() {
        String strong = palette.paint(Ink.STRONG, phase);
        String text = lane.isEmpty() ? strong : words.say("phase.on", strong, palette.paint(Ink.NAME, lane));
        return text + palette.paint(Ink.FAINT, ", " + time());
    }

    private String time() {
        String elapsed = words.seconds(System.nanoTime() - startNanos);
        Long most = started == null ? null : started.design().maxTimeMillis();
        return most == null ? elapsed : words.say("phase.time", elapsed, words.time(most * 1_000_000));
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
