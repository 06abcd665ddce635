package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.export.Export;
import io.fluxlab.cli.figure.ComparisonSummary;
import io.fluxlab.cli.figure.LaneFigure;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.gate.Gate;
import io.fluxlab.cli.gate.GateParser;
import io.fluxlab.cli.input.LaneNames;
import io.fluxlab.cli.input.Mistakes;
import io.fluxlab.cli.input.Percentage;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.live.TaskBoard;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveComparison;
import io.fluxlab.cli.view.RoundLines;
import io.fluxlab.cli.view.View;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.Variant;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

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
            description = "The lanes to compare, each with its settings if one likes, as in "
                    + "bounded-elastic:threads=16,queue=100; all "
                    + "that are available and usual (see fluxlab lanes) if none are named.")
    private List<String> lanes = List.of();

    @Mixin
    private final PlacementOptions placements = new PlacementOptions();

    @Mixin
    private final VariantArguments variants = new VariantArguments();

    @Option(
            names = "--baseline",
            paramLabel = "LANE",
            description = "The lane, or variant, to hold the others against; the first.")
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

    @Option(
            names = "--run-time",
            paramLabel = "TIME",
            description = "Stop a run that takes longer: what --max-time leaves, and 10s at least.")
    private @Nullable Duration runTime;

    @Option(
            names = "--explain",
            description =
                    "Find out what limits each lane, by runs that are watched and do not count, and try what may help.")
    private boolean explain;

    @Option(names = "--seed", paramLabel = "N", description = "Of the lanes' order; random.")
    private @Nullable Long seed;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Option(
            names = "--isolate",
            description =
                    "Give every run a fresh JVM, so that what one lane has taught the JIT does not colour another.")
    private boolean isolate;

    @Option(
            names = "--same-within",
            paramLabel = "PERCENT",
            description = "Lanes that are no further from each other count as the same; 3%%, which is the default.")
    private @Nullable Percentage sameWithin;

    @Option(
            names = "--fail-if",
            paramLabel = "GATE",
            description = {
                "Fail, with exit status 1, if this holds of the verdict: [LANE.]FIGURE OPERATOR VALUE, such as "
                        + "'parallel.speedup < 1.5' or 'bystander.p99 > 50ms', where no lane is the recommended one, or "
                        + "'recommended != LANE'; or slower: something was shown to be slower than the baseline.",
                "Figures: speedup, speedup.low, speedup.high (its 95 %% interval), median, bystander.p50, "
                        + "bystander.p99, bystander.max, call, hop, cpus, cpu.time, threads, allocated, context.switches, "
                        + "rounds, conflated."
            })
    private List<String> gates = List.of();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = {
                "What the table shows of each lane, in this order.",
                "Columns: median, speedup, interval, outcome, rounds, rounds.needed, cpus, cpu.time, threads, allocated, "
                        + "context.switches, call, hop, bystander.p50, bystander.p99, bystander.max, conflated."
            })
    private List<String> columns = List.of();

    @Mixin
    private final ExportOptions files = new ExportOptions();

    @Mixin
    private final LabOptions labOptions = new LabOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final DetachOptions detach = new DetachOptions();

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--run-events", description = "With --json: the events of every run, too.")
    private boolean runEvents;

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        detach.check(labOptions);
        page.check(labOptions, detach);
        if (runEvents && !output.json()) {
            throw new UsageException("--run-events is for --json, which has the events: add --json, or leave it away");
        }
        List<String> typed = LaneNames.joined(lanes);
        List<String> placed = placements.named(typed, variants.areMeant(work));
        Optional<VariantArguments.Named> compared = variants.named(work, labOptions, typed);
        WorkloadArguments.Named named = compared.map(this::subject).orElseGet(() -> work.workload(labOptions));
        List<Workload<?>> own = Stream.of(
                        named.own(), compared.map(VariantArguments.Named::own).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
        try (LabSource.Opened opened = surroundings.labs().open(labOptions, own)) {
            Lab lab = opened.lab();
            List<Variant> several =
                    compared.map(VariantArguments.Named::variants).orElse(List.of());
            List<String> lanesToRunOn = compared.isPresent()
                    ? List.of(variants.lane().orElseGet(() -> UsualLane.of(lab, named.name())))
                    : !placed.isEmpty()
                            ? (typed.isEmpty() ? placed : typed)
                            : typed.isEmpty() ? UsualLanes.of(lab, surroundings.interrupt()) : typed;
            List<String> chosen =
                    compared.isPresent() ? several.stream().map(Variant::name).toList() : lanesToRunOn;
            Mistakes mistakes = new Mistakes();
            Map<String, Object> parameters = mistakes.collect(work::parameters).orElse(Map.of());
            GateParser parser = new GateParser(placed.isEmpty() ? chosen : placed);
            List<Gate> conditions = gates.stream()
                    .map(text -> mistakes.collect(() -> parser.parse(text)))
                    .flatMap(Optional::stream)
                    .toList();
            List<LaneFigure> shown = columns.stream()
                    .map(name -> mistakes.collect(() -> ColumnNames.figure(name)))
                    .flatMap(Optional::stream)
                    .toList();
            List<Export> exports = files.checked(mistakes);
            mistakes.throwIfAny();
            try {
                ComparisonRequest request = request(named.name(), lanesToRunOn, placed, parameters, several);
                if (detach.isWanted()) {
                    return detach.submit(lab, Submission.of(request), output, surroundings);
                }
                return page.isWanted()
                        ? PageServer.during(
                                lab,
                                detach.labelled(Submission.of(request)),
                                surroundings,
                                events -> finished(compare(events, shown), exports, conditions))
                        : finished(compare(detach.kept(lab.compare(request), request), shown), exports, conditions);
            } catch (InvalidRequestException e) {
                throw Advice.on(e, named.name(), lab, variants.options(work));
            }
        }
    }

    private ComparisonRequest request(
            String workload,
            List<String> chosen,
            List<String> placed,
            Map<String, Object> parameters,
            List<Variant> several) {
        ComparisonRequest request = ComparisonRequest.of(workload)
                .with(parameters)
                .on(chosen)
                .baseline(baseline)
                .rounds(rounds, warmup)
                .maxTimeMillis(maxTime == null ? null : (Long) maxTime.toMillis())
                .runTimeMillis(runTime == null ? null : (Long) runTime.toMillis())
                .in(language.chosen(surroundings.console()));
        request = several.isEmpty() ? request : request.variants(several);
        request = placed.isEmpty() ? request : request.placements(placed);
        request = seed == null ? request : request.seed(seed);
        request = sameWithin == null ? request : request.sameWithin(sameWithin.part());
        request = isolate ? request.isolated() : variants.needJvms() ? request.isolatedWarm() : request;
        request = explain ? request.explained() : request;
        request = load.load().map(request::under).orElse(request);
        if (output.json()) {
            return runEvents ? request.withRunEvents() : request;
        }
        return output.isLive(surroundings.console()) ? request.withProgress(TaskBoard.MOST_ROWS) : request;
    }

    /** The workload that variants have in common; where each is code of its own, that of the first. */
    private WorkloadArguments.Named subject(VariantArguments.Named compared) {
        Optional<String> shared = compared.variants().stream()
                .flatMap(variant -> Stream.ofNullable(variant.workload()))
                .findFirst();
        return shared.isPresent()
                        && (compared.own().size() == compared.variants().size()
                                || work.texts().size() != 1)
                ? new WorkloadArguments.Named(shared.get(), List.of())
                : work.workload(labOptions);
    }

    private int finished(Report report, List<Export> exports, List<Gate> conditions) {
        exports.forEach(export -> export.write(report));
        return judge(report, conditions);
    }

    private Report compare(Flux<ComparisonEvent> events, List<LaneFigure> shown) {
        Console console = surroundings.console();
        ComparisonSummary summary = new ComparisonSummary(words(), shown);
        int width = console.width();
        try (View<? super ComparisonEvent> view = view()) {
            Following.followToLastWords(events, surroundings.interrupt(), event -> {
                summary.accept(event);
                if (output.json() || !surroundings.interrupt().isRequested()) {
                    view.accept(event); // what comes later are last words, which are told below
                }
            });
            width = view.width(console.width());
        } catch (InterruptedRunException e) {
            summary.lastWords().forEach(console::note);
            throw e;
        } catch (BrokenRunException e) {
            if (!output.json()) {
                summary.explanation().lines(width, output.palette(console)).forEach(console::line);
            }
            throw e;
        }
        Report report = summary.report();
        if (!output.json()) {
            report.lines(width, output.palette(console)).forEach(console::line);
            console.flush();
        }
        return report;
    }

    private View<? super ComparisonEvent> view() {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        return output.isLive(console)
                ? new LiveComparison(words(), output.palette(console))
                : new RoundLines(console, words());
    }

    private ReportWords words() {
        ReportWords words = ReportWords.in(language.chosen(surroundings.console()));
        return variants.areMeant(work) ? words.ofVariants() : words;
    }

    /** Gates are what was asked where there are some; else the question is which lane to use. */
    private int judge(Report report, List<Gate> conditions) {
        report.verdict()
                .failures()
                .forEach(failure -> surroundings
                        .console()
                        .note("fluxlab: %d of %d tasks failed on %s: %s%s"
                                .formatted(
                                        failure.failed(),
                                        failure.tasks(),
                                        failure.lane(),
                                        failure.message(),
                                        failure.at().isEmpty()
                                                ? ""
                                                : " at " + failure.at().get(0))));
        List<String> failures = conditions.stream()
                .map(gate -> gate.failure(report.verdict()))
                .flatMap(Optional::stream)
                .toList();
        failures.forEach(failure -> surroundings.console().note("fluxlab: gate failed: " + failure));
        if (!failures.isEmpty() || !report.verdict().failures().isEmpty()) {
            return ExitStatus.FAILED;
        }
        boolean isAnswered = !conditions.isEmpty() || report.verdict().recommended() != null;
        return isAnswered ? ExitStatus.DONE : ExitStatus.ABSTAINED;
    }
}
