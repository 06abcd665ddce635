package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.ScenarioView;
import io.fluxlab.cli.view.View;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@code fluxlab scenario run}: scenarios as they run, and whether what they claim came out. */
@Command(name = "run", description = "Runs scenarios and checks what they claim.", sortOptions = false)
final class ScenarioRunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SCENARIO", description = "Names, see fluxlab scenario list, or files of your own.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All that come with Fluxlab, with a summary.")
    private boolean all;

    @Option(names = "--quick", description = "In the scaled-down form.")
    private boolean quick;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ScenarioRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (all == !names.isEmpty()) {
            throw new UsageException("name scenarios or files, or else --all");
        }
        Scheduler timer = Schedulers.newSingle("fluxlab-scenario-timer", true);
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            ScenarioSource source = ScenarioSource.on(opened.lab(), surroundings.interrupt());
            List<Scenario> scenarios = all ? source.all() : source.read(names);
            ScenarioRunner runner = ScenarioRunner.on(opened.lab(), timer);
            List<ScenarioFinished> ends = new ArrayList<>();
            scenarios.forEach(scenario -> ends.add(run(scenario, runner)));
            return ends.stream().allMatch(ScenarioFinished::passed) ? ExitStatus.DONE : ExitStatus.FAILED;
        } finally {
            timer.dispose();
        }
    }

    private ScenarioFinished run(Scenario scenario, ScenarioRunner runner) {
        Console console = surroundings.console();
        boolean live = output.isLive(console);
        Form form = quick ? Form.QUICK : Form.FULL;
        List<ScenarioFinished> ends = new ArrayList<>();
        try (View<? super ScenarioEvent> view = view(scenario, form, live)) {
            Following.follow(runner.run(scenario, form, live), surroundings.interrupt(), event -> {
                view.accept(event);
                if (event instanceof ScenarioFinished end) {
                    ends.add(end);
                }
            });
        }
        return ends.get(0);
    }

    private View<? super ScenarioEvent> view(Scenario scenario, Form form, boolean live) {
        Console console = surroundings.console();
        return output.json()
                ? new JsonLines(console)
                : new ScenarioView(scenario, form, language.chosen(console), console, output.palette(console), live);
    }
}
