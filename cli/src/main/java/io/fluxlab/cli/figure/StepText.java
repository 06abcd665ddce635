package io.fluxlab.cli.figure;

import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.capacity.StepFigures;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.load.LoadSummary.Judged;
import java.util.List;
import java.util.stream.Collectors;

/** How a step came out, in a line. Immutable. */
public final class StepText {

    private final ReportWords words;

    public StepText(ReportWords words) {
        this.words = words;
    }

    /** {@code parallel 160/s: met, p99 3.1 ms (2.8 ms to 4.0 ms), bystander p99 0.4 ms}. */
    public String of(StepFinished step) {
        return step.lane() + " " + CapacityText.rate(step.perSecond()) + ": " + outcome(step) + latency(step);
    }

    /** {@code step 4 at 160/s on parallel}. */
    public String of(StepStarted step, Palette palette) {
        return words.say(
                "phase.on",
                palette.paint(
                        Ink.STRONG, words.say("capacity.phase", step.step(), CapacityText.rate(step.perSecond()))),
                palette.paint(Ink.NAME, step.lane()));
    }

    private String outcome(StepFinished step) {
        String outcome = words.say("capacity.outcome." + step.outcome().id());
        return step.warmup() ? words.say("capacity.warmup", outcome) : outcome;
    }

    private String latency(StepFinished step) {
        StepFigures figures = step.figures();
        if (figures == null) {
            return "";
        }
        List<Judged> percentiles = figures.percentiles();
        String tasks = percentiles.stream()
                .map(judged -> words.say(
                        "capacity.percentile",
                        judged.by(),
                        words.time(judged.nanos()),
                        words.time(judged.lowNanos()),
                        words.time(judged.highNanos())))
                .collect(Collectors.joining(", "));
        return (tasks.isEmpty() ? "" : ", " + tasks) + ", "
                + words.say("capacity.bystander", words.time(figures.bystander().p99Nanos()));
    }
}
