package io.fluxlab.cli;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.capacity.LaneCapacity;
import io.fluxlab.capacity.LaneCapacity.Limit;
import io.fluxlab.capacity.Slo;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.export.CapacityExport;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.input.LaneNames;
import io.fluxlab.cli.input.Mistakes;
import io.fluxlab.cli.input.Percentage;
import io.fluxlab.cli.input.PlacementNames;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.CapacityLines;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveCapacity;
import io.fluxlab.cli.view.View;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.load.Arrivals;
import io.fluxlab.load.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fluxlab capacity}: the highest rate at which each lane meets an objective. */
@Command(
        name = "capacity",
        description = "Finds the highest rate of arrivals at which each lane meets an objective.",
        sortOptions = false)
final class CapacityCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final WorkloadArguments work = new WorkloadArguments();

    @Option(
            names = "--slo",
            required = true,
            paramLabel = "SLO",
            converter = SloText.class,
            description =
                    "What is to hold of latencies, from when a task was due: 'p99 < 20ms', 'mean < 3ms', 'max < 1s'; of the "
                            + "bystander on the home loop: 'bystander.p99 < 5ms'. All of them, where the option is there several times.")
    private List<Slo> slo = List.of();

    @Option(
            names = "--lanes",
            split = ",",
            paramLabel = "LANE",
            description =
                    "The lanes, each with its settings if one likes; all that are available and usual if none are "
                            + "named.")
    private List<String> lanes = List.of();

    @Option(
            names = "--placements",
            paramLabel = "PLACEMENT",
            description =
                    "In place of lanes: where each stage of a workload with stages runs, such as "
                            + "'fetch@event-loop,parse@parallel'; several with semicolons between them, or the option several times.")
    private List<String> placements = List.of();

    @Option(
            names = "--from",
            paramLabel = "RATE",
            converter = LoadOptions.RateText.class,
            description = "The rate to begin with, and to double until it is too much: 20/s.")
    private @Nullable Rate from;

    @Option(
            names = "--to",
            paramLabel = "RATE",
            converter = LoadOptions.RateText.class,
            description = "Try no higher rate.")
    private @Nullable Rate to;

    @Option(
            names = "--resolution",
            paramLabel = "PERCENT",
            description =
                    "How far apart the rates that are met and not met may be at the end: 8%%, and 2%% at the least.")
    private @Nullable Percentage resolution;

    @Option(
            names = "--arrivals",
            paramLabel = "PROCESS",
            description = "How tasks are spread: poisson, which is the default, or constant.")
    private @Nullable Arrivals arrivals;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "For how long tasks arrive in a step: 1s to 10s, by the rate, the percentile and its bound.")
    private @Nullable Duration duration;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description =
                    "Start no new step after this time: 20s and twenty steps for each lane, which are 40s where a step takes 1s.")
    private @Nullable Duration maxTime;

    @Option(names = "--seed", paramLabel = "N", description = "Of the arrivals and of the lanes' order; random.")
    private @Nullable Long seed;

    @Mixin
    private final CapacityExportOptions files = new CapacityExportOptions();

    @Mixin
    private final LabOptions labOptions = new LabOptions();

    @Mixin
    private final DetachOptions detach = new DetachOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CapacityCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        WorkloadArguments.Named named = work.workload(labOptions);
        List<String> typed = chosen();
        detach.check(labOptions);
        try (LabSource.Opened opened = surroundings.labs().open(labOptions, named.own())) {
            Lab lab = opened.lab();
            Mistakes mistakes = new Mistakes();
            Map<String, Object> parameters = mistakes.collect(work::parameters).orElse(Map.of());
            List<CapacityExport> exports = files.checked(mistakes);
            mistakes.throwIfAny();
            if (detach.isWanted() && !exports.isEmpty()) {
                throw new UsageException(
                        "--detach: does not wait for an end to export: 'fluxlab history export' does that afterwards");
            }
            try {
                CapacityRequest request = request(
                        named.name(),
                        typed.isEmpty() ? UsualLanes.of(lab, surroundings.interrupt()) : typed,
                        parameters);
                if (detach.isWanted()) {
                    return detach.submit(lab, Submission.of(request), output, surroundings);
                }
                CapacityReport report = find(lab, request);
                exports.forEach(export -> export.write(report));
                return status(report.finished().lanes());
            } catch (InvalidRequestException e) {
                throw Advice.on(e, named.name(), lab);
            }
        }
    }

    /** What was typed of lanes or placements, which a search takes as lanes; none where nothing was. */
    private List<String> chosen() {
        List<String> placed = PlacementNames.read(placements, lanes);
        if (placed.contains(ComparisonRequest.BEST)) {
            throw new UsageException("--placements best: a search for capacities tries those that are named: "
                    + "'fluxlab compare --placements best' finds the best");
        }
        return placed.isEmpty() ? LaneNames.joined(lanes) : placed;
    }

    private CapacityRequest request(String workload, List<String> chosen, Map<String, Object> parameters) {
        return CapacityRequest.of(workload, chosen, slo)
                .with(parameters)
                .between(from, to)
                .stepping(arrivals, LoadOptions.span("--duration", duration))
                .within(
                        resolution == null ? null : (Double) resolution.part(),
                        maxTime == null ? null : (Long) maxTime.toMillis(),
                        seed);
    }

    private CapacityReport find(Lab lab, CapacityRequest request) {
        Console console = surroundings.console();
        ReportWords words = ReportWords.in(language.chosen(console));
        List<CapacityEvent> ends = new ArrayList<>();
        int width = console.width();
        try (View<? super CapacityEvent> view = view(words)) {
            Following.follow(detach.kept(lab.capacity(request), request), surroundings.interrupt(), event -> {
                if (event instanceof CapacityStarted || event instanceof CapacityFinished) {
                    ends.add(event);
                }
                view.accept(event);
            });
            width = view.width(console.width());
        }
        CapacityReport report = CapacityReport.of(ends, words);
        if (!output.json()) {
            report.lines(width, output.palette(console)).forEach(console::line);
            console.flush();
        }
        return report;
    }

    private View<? super CapacityEvent> view(ReportWords words) {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        return output.isLive(console)
                ? new LiveCapacity(words, output.palette(console))
                : new CapacityLines(console, words);
    }

    /** A lane on which tasks fail at the lowest rate that was tried has failed; a search that has shown nothing of any lane abstains. */
    static int status(List<LaneCapacity> found) {
        if (found.stream().anyMatch(lane -> lane.metPerSecond() == null && lane.limit() == Limit.FAILURE)) {
            return ExitStatus.FAILED;
        }
        return found.stream().anyMatch(LaneCapacity::isAnything) ? ExitStatus.DONE : ExitStatus.ABSTAINED;
    }

    /** An objective as it is typed. */
    static final class SloText implements ITypeConverter<Slo> {
        @Override
        public Slo convert(String text) {
            return LoadOptions.parsed(text, Slo::parse);
        }
    }
}
