package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fluxlab compare}: one workload on several lanes, ending in a verdict. */
@Command(name = "compare", description = "Compares lanes: which one should this workload run on?", sortOptions = false)
final class CompareCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final WorkloadArguments work = new WorkloadArguments();

    @Option(
            names = "--lanes",
            split = ",",
            paramLabel = "LANE",
            description = "The lanes to compare; all that are available if none are named.")
    private List<String> lanes = List.of();

    @Option(names = "--baseline", paramLabel = "LANE", description = "The lane to hold the others against; the first.")
    private @Nullable String baseline;

    @Option(names = "--rounds", paramLabel = "N", description = "Exactly so many rounds; else as many as it takes.")
    private @Nullable Integer rounds;

    @Option(names = "--warmup", paramLabel = "N", description = "Rounds before that, which do not count.")
    private @Nullable Integer warmup;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "Start no new round after this time, such as 15s, which is the default, or 2min.")
    private @Nullable Duration maxTime;

    @Option(names = "--seed", paramLabel = "N", description = "Of the lanes' order; random.")
    private @Nullable Long seed;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var parameters = work.parameters();
        try (LabSource.Opened opened = surroundings.labs().here()) {
            Lab lab = opened.lab();
            try {
                ComparisonRequest request = new ComparisonRequest(
                        work.workload(),
                        parameters,
                        lanes.isEmpty() ? available(lab) : lanes,
                        baseline,
                        rounds,
                        warmup,
                        maxTime == null ? null : (Long) maxTime.toMillis(),
                        seed,
                        false);
                return compare(lab, request);
            } catch (InvalidRequestException e) {
                throw Advice.on(e, work.workload(), lab);
            }
        }
    }

    private int compare(Lab lab, ComparisonRequest request) {
        Course course = new Course();
        try (ComparisonView view = view()) {
            Following.follow(lab.compare(request), surroundings.interrupt(), event -> {
                course.accept(event);
                view.accept(event);
            });
        }
        Console console = surroundings.console();
        Report report = course.report();
        if (!output.json()) {
            report.lines(120, output.palette(console)).forEach(console::line);
        }
        return ExitStatus.DONE;
    }

    private ComparisonView view() {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console)::write;
        }
        return new RoundLines(console);
    }

    private static List<String> available(Lab lab) {
        List<String> names = lab.lanes()
                .filter(LaneInfo::available)
                .map(LaneInfo::name)
                .collectList()
                .block();
        return names == null ? List.of() : names;
    }

    /** Keeps the first event and the last. */
    private static final class Course {
        private @Nullable ComparisonStarted started;
        private @Nullable Verdict verdict;

        void accept(ComparisonEvent event) {
            if (event instanceof ComparisonStarted first) {
                started = first;
            } else if (event instanceof Verdict last) {
                verdict = last;
            }
        }

        Report report() {
            if (started == null || verdict == null) {
                throw new IllegalStateException("the comparison ended without a verdict");
            }
            return new Report(started, verdict.verdict(), verdict.atNanos());
        }
    }
}
