package io.fluxlab.cli.figure;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.canary.LoopSkew;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.measure.Durations;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.Whereabouts;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a run went, for a person. Immutable.
 *
 * @param started what ran
 * @param finished how it ended
 * @param failures some of the tasks that failed
 * @param hung the tasks that were silent, and the threads that are left behind, in lines
 * @param trace what its threads did, in lines
 */
public record RunReport(
        RunStarted started, RunFinished finished, List<TaskFailure> failures, List<String> hung, List<String> trace) {

    public RunReport {
        failures = List.copyOf(failures);
        hung = List.copyOf(hung);
        trace = List.copyOf(trace);
    }

    /** A task that failed: a sentence, and the frames of the user's own code where that was. Immutable. */
    record TaskFailure(String text, List<String> at) {}

    /** The report in lines. */
    public List<String> lines(Palette palette) {
        RunSummary summary = finished.summary();
        List<String> lines = new ArrayList<>();
        lines.add("%s on %s, %s: %s, %s in %s"
                .formatted(
                        palette.paint(Ink.STRONG, started.workload()),
                        palette.paint(Ink.STRONG, started.lane()),
                        status(palette),
                        Quantities.count(summary.tasks(), "task"),
                        Quantities.count(summary.items(), "item"),
                        palette.paint(Ink.STRONG, Durations.readable(summary.wallNanos()))));
        Long switches = summary.contextSwitches();
        String cpus = Quantities.cpus(summary.cpus(), summary.wallNanos());
        lines.add("  CPU        " + (cpus.equals(SpeedUps.UNKNOWN) ? "" : cpus + " CPUs on average, ")
                + Durations.readable(summary.cpuNanos()) + " in all");
        lines.add("  threads    " + Quantities.count(summary.peakThreads()) + " at most"
                + (switches == null ? "" : ", " + Quantities.count(switches, "context switch", "context switches")));
        lines.add("  allocated  " + Quantities.bytes(summary.allocatedBytes()));
        if (summary.bystander().count() > 0) {
            lines.add("  bystander  " + Quantities.latency(summary.bystander()));
        }
        List<CanaryReading> canaries = summary.canaries();
        if (canaries != null) {
            canaries.forEach(reading -> lines.add(line(reading)));
            LoopSkew.of(canaries).map(RunReport::line).ifPresent(lines::add);
        }
        NetworkUse network = summary.network();
        if (network != null) {
            lines.add(line(network, summary.tasks()));
        }
        if (summary.load() != null) {
            List<String> load = new LoadText(ReportWords.in(Language.EN)).lines(summary.load());
            lines.add("  load       " + load.get(0));
            load.stream().skip(1).forEach(line -> lines.add("             " + line));
        }
        List<HopPath> hops = summary.hops();
        if (hops != null) {
            hops.forEach(path -> lines.add("  hops       " + Quantities.count(path.tasks(), "task") + ": " + path));
        }
        where(summary)
                .departure()
                .map(departure -> new Doubt.LeftTheLane(List.of(started.lane()), departure))
                .map(VerdictWording.in(Language.EN)::warning)
                .ifPresent(warning -> lines.add(palette.paint(Ink.DOUBTFUL, "  left       ") + warning));
        failures.forEach(failure -> {
            lines.add(palette.paint(Ink.BAD, "  failed     ") + failure.text());
            failure.at().forEach(frame -> lines.add("               at " + frame));
        });
        int untold = summary.failed() - failures.size();
        if (untold > 0) {
            lines.add("             and " + Quantities.count(untold, "more task"));
        }
        lines.addAll(hung);
        lines.addAll(trace);
        return lines;
    }

    private static String line(CanaryReading reading) {
        String name = VerdictWording.in(Language.EN).name(reading.canary());
        return "  %-9s  %s late on %s%s"
                .formatted(
                        name, Quantities.latency(reading.latency()), reading.on(), reading.own() ? " (its own)" : "");
    }

    private static String line(NetworkUse network, int tasks) {
        Long roundTrip = network.roundTripNanos();
        return "  network    %s%s sent, %s received%s"
                .formatted(
                        roundTrip == null ? "" : "round trip " + Durations.readable(roundTrip) + ", ",
                        Quantities.bytes(network.sentBytes()),
                        Quantities.bytes(network.receivedBytes()),
                        tasks == 0
                                ? ""
                                : ": %s and %s a task"
                                        .formatted(
                                                Quantities.bytes(network.sentBytes() / tasks),
                                                Quantities.bytes(network.receivedBytes() / tasks)));
    }

    private static String line(LoopSkew skew) {
        return String.format(
                Locale.ROOT,
                "  skew       p99 on %s is %.1f× that of the loop in the middle, %s",
                skew.latest().on(),
                skew.factor(),
                Durations.readable(skew.medianP99Nanos()));
    }

    private static Whereabouts where(RunSummary summary) {
        List<PlaceOfWork> places = summary.places();
        return new Whereabouts(1, summary.tasks(), places == null ? List.of() : places, Assembly.NONE);
    }

    private String status(Palette palette) {
        Failure error = finished.error();
        String reason = error == null ? "" : " (" + error.message() + ")";
        return switch (finished.status()) {
            case COMPLETED -> "completed";
            case FAILED -> palette.paint(Ink.BAD, "failed") + reason;
            case CANCELLED -> palette.paint(Ink.BAD, "cancelled") + reason;
        };
    }

    /** Whether every task has finished. */
    public boolean isComplete() {
        return finished.status() == Status.COMPLETED;
    }
}
