package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ScenarioSummary;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.ScenarioView;
import io.fluxlab.cli.view.View;
import io.fluxlab.kept.Submission;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.guess.Guess;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Flux;
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

    @Option(
            names = "--ask",
            description = {
                "Ask first: take guesses from one or many, run, and show them beside what came out.",
                "Guesses are read from standard input, a line for each question: b, or Anna: b, or a x12, b x5."
            })
    private boolean ask;

    @Option(
            names = "--guess",
            paramLabel = "QUESTION=GUESS",
            description = "A guess that is made already; with one question, GUESS alone. Can be repeated.")
    private List<String> guesses = List.of();

    @Option(names = "--details", description = "Also conditions and items, with the names that they have in the code.")
    private boolean details;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final DetachOptions detach = new DetachOptions();

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
        } else if (ask && output.json()) {
            throw new UsageException("--ask: asks a person, and --json is for programs: give --guess instead");
        }
        checkDetach();
        Scheduler timer = Schedulers.newSingle("fluxlab-scenario-timer", true);
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            ScenarioSource source =
                    ScenarioSource.on(opened.lab(), surroundings.interrupt()).in(language());
            List<Scenario> scenarios = all || traps ? source.ofFluxlab(all, traps) : source.read(names);
            if (!guesses.isEmpty() && scenarios.size() > 1) {
                throw new UsageException("--guess: is for one scenario, were " + scenarios.size());
            }
            if (detach.isWanted()) {
                Guessing.typed(scenarios.get(0), guesses, language()); // tells what is wrong before anything is sent
                Submission submission = Submission.of(request(scenarios.get(0)));
                return detach.submit(opened.lab(), submission, output, surroundings);
            }
            ScenarioRunner runner = ScenarioRunner.on(opened.lab(), timer).in(language());
            ScenarioSummary summary =
                    new ScenarioSummary(report == null ? run(scenarios, runner) : run(scenarios, runner, report));
            summarise(summary);
            return summary.passed() ? ExitStatus.DONE : ExitStatus.FAILED;
        } finally {
            timer.dispose();
        }
    }

    private void checkDetach() {
        detach.check(lab);
        if (!detach.isWanted() && !detach.keeps()) {
            return;
        }
        if (all || traps || names.size() > 1) {
            throw new UsageException("--detach and --keep are for one scenario at a time");
        } else if (ScenarioSource.isFile(names.get(0))) {
            throw new UsageException(
                    "--detach and --keep are for scenarios that come with Fluxlab, not for files, was " + names.get(0));
        } else if (detach.isWanted() && (ask || report != null)) {
            throw new UsageException("--detach: does not wait for an end to show: leave away --ask and --report");
        }
    }

    private ScenarioRequest request(Scenario scenario) {
        Map<String, String> texts = Guessing.texts(scenario, guesses);
        return new ScenarioRequest(
                scenario.name(),
                quick ? true : null,
                language(),
                null,
                null,
                texts.isEmpty() ? null : new LinkedHashMap<>(texts));
    }

    private List<ScenarioFinished> run(List<Scenario> scenarios, ScenarioRunner runner) {
        List<ScenarioFinished> ends = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            separate(!ends.isEmpty());
            ends.add(run(scenario, runner, null));
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
            ends.add(run(scenario, runner, page));
            reports.add(page);
            pages.write(page);
            pages.writeIndex(reports);
        }
        return ends;
    }

    private ScenarioFinished run(Scenario scenario, ScenarioRunner runner, @Nullable ScenarioReport page) {
        Console console = surroundings.console();
        List<ScenarioFinished> ends = new ArrayList<>();
        Detail detail =
                this.report != null ? Detail.EVENTS : output.isLive(console) ? Detail.PROGRESS : Detail.EXPECTED;
        Map<String, List<Guess>> guessed = new LinkedHashMap<>(Guessing.typed(scenario, guesses, language()));
        try (View<? super ScenarioEvent> view = view(scenario, guessed)) {
            if (page != null) {
                guessed.forEach(page::guessed);
            }
            Flux<ScenarioEvent> events = detach.kept(runner.run(scenario, form(), detail, guessed), request(scenario));
            Following.follow(events, surroundings.interrupt(), event -> {
                view.accept(event);
                if (page != null) {
                    page.accept(event);
                }
                if (event instanceof ScenarioFinished end) {
                    ends.add(end);
                }
            });
        }
        return ends.get(0);
    }

    /** A view that has asked, where it is to ask, and put the guesses to those that were typed. */
    private View<? super ScenarioEvent> view(Scenario scenario, Map<String, List<Guess>> guessed) {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        Palette palette = output.palette(console);
        ScenarioView view = new ScenarioView(
                scenario,
                form(),
                console,
                new ScenarioView.Manner(language(), palette, output.isLive(console), details),
                guessed);
        if (ask) {
            view.open();
            new Guessing(surroundings, language(), palette)
                    .ask(scenario)
                    .forEach((question, all) -> guessed.merge(question, all, Guess::both));
        }
        return view;
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
