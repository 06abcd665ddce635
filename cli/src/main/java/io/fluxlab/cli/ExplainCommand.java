package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.ComparisonSummary;
import io.fluxlab.cli.figure.ExplanationText;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.input.LaneNames;
import io.fluxlab.cli.input.Mistakes;
import io.fluxlab.cli.live.TaskBoard;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveComparison;
import io.fluxlab.cli.view.RoundLines;
import io.fluxlab.cli.view.View;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.lab.Lab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fluxlab explain}: what limits a workload on its lanes, and whether what may help does. */
@Command(
        name = "explain",
        description = "Explains what limits a workload on each lane, and tries what may help.",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    /** So long the lanes are held against each other before they are watched. */
    private static final Duration TIME = Duration.ofSeconds(6);

    private final Surroundings surroundings;

    @Mixin
    private final WorkloadArguments work = new WorkloadArguments();

    @Option(
            names = "--lanes",
            split = ",",
            paramLabel = "LANE",
            description =
                    "The lanes to explain, each with its settings if one likes; all that are available and usual if "
                            + "none are named.")
    private List<String> lanes = List.of();

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description =
                    "Hold the lanes against each other for so long, such as 6s, which is the default; to explain them "
                            + "takes a few seconds more for each.")
    private Duration maxTime = TIME;

    @Option(
            names = "--run-time",
            paramLabel = "TIME",
            description = "Stop a run that takes longer: what --max-time leaves, and 10s at least.")
    private @Nullable Duration runTime;

    @Mixin
    private final LabOptions labOptions = new LabOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        WorkloadArguments.Named named = work.workload(labOptions);
        List<String> typed = LaneNames.joined(lanes);
        try (LabSource.Opened opened = surroundings.labs().open(labOptions, named.own())) {
            Lab lab = opened.lab();
            Mistakes mistakes = new Mistakes();
            Map<String, Object> parameters = mistakes.collect(work::parameters).orElse(Map.of());
            mistakes.throwIfAny();
            try {
                return explain(
                        lab,
                        request(
                                named.name(),
                                typed.isEmpty() ? UsualLanes.of(lab, surroundings.interrupt()) : typed,
                                parameters));
            } catch (InvalidRequestException e) {
                throw Advice.on(e, named.name(), lab);
            }
        }
    }

    private ComparisonRequest request(String workload, List<String> chosen, Map<String, Object> parameters) {
        ComparisonRequest request = ComparisonRequest.of(workload)
                .with(parameters)
                .on(chosen)
                .maxTimeMillis(maxTime.toMillis())
                .runTimeMillis(runTime == null ? null : (Long) runTime.toMillis())
                .in(language.chosen(surroundings.console()))
                .explained();
        return !output.json() && output.isLive(surroundings.console())
                ? request.withProgress(TaskBoard.MOST_ROWS)
                : request;
    }

    private int explain(Lab lab, ComparisonRequest request) {
        Console console = surroundings.console();
        ReportWords words = ReportWords.in(language.chosen(console));
        ComparisonSummary summary = new ComparisonSummary(words, List.of());
        int width = console.width();
        try (View<? super ComparisonEvent> view = view(words)) {
            Following.followToLastWords(lab.compare(request), surroundings.interrupt(), event -> {
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
            tell(summary, words, width);
            if (!isExplained(summary, e)) {
                throw e;
            }
            console.note("fluxlab: " + e.getMessage());
            return ExitStatus.DONE;
        }
        tell(summary, words, width);
        return summary.isOver() && summary.report().hasUnexplainedFailures() ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    /** Whether the lanes were explained, and only had not time enough to be held against each other. */
    private static boolean isExplained(ComparisonSummary summary, BrokenRunException error) {
        return error.code().equals(TimeTooShortException.CODE)
                && !summary.explanation().isEmpty();
    }

    private void tell(ComparisonSummary summary, ReportWords words, int width) {
        ExplanationText explanation = summary.explanation();
        if (output.json()) {
            return;
        }
        Console console = surroundings.console();
        summary.started()
                .ifPresent(started ->
                        Report.opening(started, words, output.palette(console)).forEach(console::line));
        explanation.lines(width, output.palette(console)).forEach(console::line);
        if (summary.isOver()) {
            summary.report().untoldFailures(width, output.palette(console)).forEach(console::line);
            if (explanation.isEmpty()) {
                console.line(words.say("explained.none"));
            }
        }
        console.flush();
    }

    private View<? super ComparisonEvent> view(ReportWords words) {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        return output.isLive(console)
                ? new LiveComparison(words, output.palette(console))
                : new RoundLines(console, words);
    }
}
