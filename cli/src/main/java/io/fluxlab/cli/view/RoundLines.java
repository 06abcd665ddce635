package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.SpeedUps;
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
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Standing;
import java.util.stream.Collectors;

/** A comparison where no display can move: a line on standard error for the first round, then at most one a second. */
public final class RoundLines implements View<ComparisonEvent> {

    private static final long PERIOD_NANOS = 1_000_000_000;

    private final Console console;
    private final ReportWords words;
    private final SilenceLines silences;
    private SpeedUps speedUps;
    private String silentLane = "";
    private int warmup;
    private long nextNanos;

    public RoundLines(Console console, ReportWords words) {
        this.console = console;
        this.words = words;
        this.silences = new SilenceLines(console, words);
        this.speedUps = new SpeedUps(SameBand.DEFAULT, words);
    }

    @Override
    public void accept(ComparisonEvent event) {
        switch (event) {
            case ComparisonStarted started -> {
                speedUps = new SpeedUps(started.design().band(), words);
                Report.opening(started, words, Palette.PLAIN).forEach(console::note);
            }
            case RoundStarted started -> warmup(started);
            case Standings standings -> round(standings);
            case OfRun run -> {
                if (run.event() instanceof TaskSilent silent) {
                    tell(run.lane(), silent);
                }
            }
            case RunProgress ignored -> {}
            case Found ignored -> {}
            case Proved ignored -> {}
            case Verdict ignored -> {}
        }
    }

    /** Says at the first of a run's silent tasks on which lane that is. */
    private void tell(String lane, TaskSilent silent) {
        if (!lane.equals(silentLane)) {
            silentLane = lane;
            silences.clear();
            console.note(words.say("silent.lane", lane));
        }
        silences.accept(silent);
    }

    private void warmup(RoundStarted started) {
        silentLane = "";
        if (started.warmup() && started.round() > warmup) {
            warmup = started.round();
            console.note(words.say("phase.warmup", warmup));
        }
    }

    private void round(Standings standings) {
        if (standings.atNanos() >= nextNanos) {
            nextNanos = standings.atNanos() + PERIOD_NANOS;
            console.note(words.say("phase.round", standings.round()) + ": " + text(standings));
        }
    }

    private String text(Standings standings) {
        return standings.lanes().stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String text(Standing standing) {
        return standing.lane() + " " + words.time(standing.medianNanos()) + " (" + speedUps.factor(standing) + ")";
    }
}
