package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.ScenarioSummary;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.ScenarioView;
import io.fluxlab.cli.view.View;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.report.ReportFolder;
import io.fluxlab.scenario.report.ScenarioReport;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.wording.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@code fluxlab scenario run}: scenarios as they run, and whether what they claim came out. */
@Command(
        name = "run",
        description = {
            "Runs scenarios: what to predict, what runs, what came out, and whether that is what was expected.",
            "",
            "The exit status is 0 if everything expected came out, and 1 if not."
        },
        sortOptions = false)
final class ScenarioRunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "SCENARIO",
            description = "Names, see fluxlab scenario list, or files of your own: my.yaml.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All that show the lecture, and a summary.")
    private boolean all;

    @Option(names = "--traps", description = "All that rebuild a public report, and a summary.")
    private boolean traps;

    @Option(names = "--quick", description = "In the scaled-down form.")
    private boolean quick;

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Write a page for each scenario, self-contained HTML with plots, and an index.")
    private @Nullable Path report;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ScenarioRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if ((all || traps) != names.isEmpty()) {
            throw new UsageException(
                    "name scenarios or files, or else --all or --traps; see 'fluxlab scenario list' and 'list --traps'");
        } else if (report != null && Files.exists(report) && !Files.isDirectory(report)) {
            throw new UsageException("--report: " + report + " is no folder");
        }
        Scheduler timer = Schedulers.newSingle("fluxlab-scenario-timer", true);
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            ScenarioSource source = ScenarioSource.on(opened.lab(), surroundings.interrupt());
            List<Scenario> scenarios = all || traps ? source.ofFluxlab(all, traps) : source.read(names);
            ScenarioRunner runner = ScenarioRunner.on(opened.lab(), timer).in(language());
            ScenarioSummary summary =
                    new ScenarioSummary(report == null ? run(scenarios, runner) : run(scenarios, runner, report));
            summarise(summary);
            return summary.passed() ? ExitStatus.DONE : ExitStatus.FAILED;
        } finally {
            timer.dispose();
        }
    }

    private List<ScenarioFinished> run(List<Scenario> scenarios, ScenarioRunner runner) {
        List<ScenarioFinished> ends = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            separate(!ends.isEmpty());
            ends.add(run(scenario, runner, ignored -> {}));
        }
        return ends;
    }

    /** Each page is there as soon as its scenario has ended. */
    private List<ScenarioFinished> run(List<Scenario> scenarios, ScenarioRunner runner, Path folder) {
        ReportFolder pages = new ReportFolder(folder, language());
        List<ScenarioReport> reports = new ArrayList<>();
        List<ScenarioFinished> ends = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            separate(!ends.isEmpty());
            ScenarioReport page = new ScenarioReport(scenario, form());
            ends.add(run(scenario, runner, page::accept));
            reports.add(page);
            pages.write(page);
            pages.writeIndex(reports);
        }
        return ends;
    }

    private ScenarioFinished run(Scenario scenario, ScenarioRunner runner, View<ScenarioEvent> report) {
        Console console = surroundings.console();
        List<ScenarioFinished> ends = new ArrayList<>();
        Detail detail =
                this.report != null ? Detail.EVENTS : output.isLive(console) ? Detail.PROGRESS : Detail.EXPECTED;
        try (View<? super ScenarioEvent> view = view(scenario)) {
            Following.follow(runner.run(scenario, form(), detail), surroundings.interrupt(), event -> {
                view.accept(event);
                report.accept(event);
                if (event instanceof ScenarioFinished end) {
                    ends.add(end);
                }
            });
        }
        return ends.get(0);
    }

    private View<? super ScenarioEvent> view(Scenario scenario) {
        Console console = surroundings.console();
        return output.json()
                ? new JsonLines(console)
                : new ScenarioView(
                        scenario, form(), language(), console, output.palette(console), output.isLive(console));
    }

    private void separate(boolean isNeeded) {
        if (isNeeded && !output.json()) {
            surroundings.console().line("");
            surroundings.console().line("");
        }
    }

    private void summarise(ScenarioSummary summary) {
        Console console = surroundings.console();
        if (!output.json() && summary.ends().size() > 1) {
            separate(true);
            summary.lines(language(), output.palette(console)).forEach(console::line);
        }
        if (report != null) {
            console.note(report.resolve("index.html").toString());
        }
    }

    private Form form() {
        return quick ? Form.QUICK : Form.FULL;
    }

    private Language language() {
        return lang.chosen(surroundings.console());
    }
}
