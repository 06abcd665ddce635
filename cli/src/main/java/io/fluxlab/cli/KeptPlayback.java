package io.fluxlab.cli;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.ComparisonSummary;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.RunReport;
import io.fluxlab.cli.figure.RunReportSummary;
import io.fluxlab.cli.view.CapacityLines;
import io.fluxlab.cli.view.ItemLines;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveCapacity;
import io.fluxlab.cli.view.LiveComparison;
import io.fluxlab.cli.view.LiveRun;
import io.fluxlab.cli.view.RoundLines;
import io.fluxlab.cli.view.ScenarioView;
import io.fluxlab.cli.view.View;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunEvent;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.library.KeptScenario;
import io.fluxlab.scenario.library.RequestedGuesses;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/** Shows a kept run as the command does that runs one. */
final class KeptPlayback {

    private final Surroundings surroundings;
    private final OutputOptions output;
    private final Console console;
    private final ReportWords words = ReportWords.in(Language.EN);

    KeptPlayback(Surroundings surroundings, OutputOptions output) {
        this.surroundings = surroundings;
        this.output = output;
        this.console = surroundings.console();
    }

    /** Shows all events, and returns the exit status that the command would have that ran it. */
    int play(KeptRun kept, Flux<KeptEvent> events) {
        if (output.json()) {
            JsonLines lines = new JsonLines(console);
            Following.followToItsError(events, surroundings.interrupt(), event -> lines.accept(event.plain()));
            return ExitStatus.DONE;
        }
        return switch (kept.work().kind()) {
            case RUN -> run(kept, events);
            case COMPARISON -> comparison(events);
            case CAPACITY -> capacity(events);
            case SCENARIO -> scenario(kept, events);
        };
    }

    /** The event itself, as the command that runs it has it. */
    static Object event(KeptEvent kept) {
        return kept instanceof KeptEvent.OfScenario scenario ? KeptScenario.event(scenario) : kept.plain();
    }

    private int run(KeptRun kept, Flux<KeptEvent> events) {
        RunReportSummary summary = new RunReportSummary(words);
        String lane = kept.work().lanes().isEmpty() ? "" : kept.work().lanes().get(0);
        try (View<? super RunEvent> view = output.isLive(console)
                ? new LiveRun(kept.work().workload(), lane, words, output.palette(console))
                : new ItemLines(console, words, false)) {
            Following.followToItsError(events, surroundings.interrupt(), event -> {
                if (event.plain() instanceof RunEvent known) {
                    summary.accept(known);
                    view.accept(known);
                } else {
                    tellMissing(event);
                }
            });
        }
        console.flush();
        RunReport report = summary.report();
        report.lines(output.palette(console)).forEach(console::note);
        return report.isComplete() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private int comparison(Flux<KeptEvent> events) {
        ComparisonSummary summary = new ComparisonSummary(words, List.of());
        int width = console.width();
        try (View<? super ComparisonEvent> view = output.isLive(console)
                ? new LiveComparison(words, output.palette(console))
                : new RoundLines(console, words)) {
            Following.followToItsError(events, surroundings.interrupt(), event -> {
                if (event.plain() instanceof ComparisonEvent known) {
                    summary.accept(known);
                    view.accept(known);
                } else {
                    tellMissing(event);
                }
            });
            width = view.width(width);
        }
        Report report = summary.report();
        report.lines(width, output.palette(console)).forEach(console::line);
        console.flush();
        if (!report.verdict().failures().isEmpty()) {
            return ExitStatus.FAILED;
        }
        return report.verdict().recommended() == null ? ExitStatus.ABSTAINED : ExitStatus.DONE;
    }

    private int capacity(Flux<KeptEvent> events) {
        List<CapacityEvent> ends = new ArrayList<>();
        int width = console.width();
        try (View<? super CapacityEvent> view = output.isLive(console)
                ? new LiveCapacity(words, output.palette(console))
                : new CapacityLines(console, words)) {
            Following.followToItsError(events, surroundings.interrupt(), event -> {
                if (event.plain() instanceof CapacityEvent known) {
                    if (known instanceof CapacityEvent.CapacityStarted
                            || known instanceof CapacityEvent.CapacityFinished) {
                        ends.add(known);
                    }
                    view.accept(known);
                } else {
                    tellMissing(event);
                }
            });
            width = view.width(width);
        }
        CapacityReport report = CapacityReport.of(ends, words);
        report.lines(width, output.palette(console)).forEach(console::line);
        console.flush();
        return CapacityCommand.status(report.finished().lanes());
    }

    private int scenario(KeptRun kept, Flux<KeptEvent> events) {
        Map<String, Object> fields =
                kept.work().request() == null ? Map.of() : kept.work().request();
        ScenarioRequest request = ScenarioRequest.SCHEMA.read(fields);
        Scenario scenario =
                ScenarioSource.ofTextsAlone().read(List.of(request.scenario())).get(0);
        Form form = Boolean.TRUE.equals(request.quick()) ? Form.QUICK : Form.FULL;
        ScenarioView.Manner manner =
                new ScenarioView.Manner(request.language(), output.palette(console), output.isLive(console), false);
        List<ScenarioFinished> ends = new ArrayList<>();
        try (ScenarioView view = new ScenarioView(
                scenario,
                form,
                console,
                manner,
                RequestedGuesses.of(scenario, request).guesses())) {
            Following.followToItsError(events, surroundings.interrupt(), event -> {
                if (event instanceof KeptEvent.OfScenario of) {
                    ScenarioEvent known = KeptScenario.event(of);
                    view.accept(known);
                    if (known instanceof ScenarioFinished end) {
                        ends.add(end);
                    }
                } else {
                    tellMissing(event);
                }
            });
        }
        return ends.stream().allMatch(ScenarioFinished::passed) ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void tellMissing(KeptEvent event) {
        if (event instanceof KeptEvent.Missing missing) {
            console.note("%d events from %d to %d are not kept: they came faster than they could be written"
                    .formatted(missing.events(), missing.seq(), missing.to()));
        }
    }
}
