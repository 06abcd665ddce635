package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.ScenarioText;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.library.ShownScenario;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab scenario show}: a scenario without running it. */
@Command(
        name = "show",
        description = {
            "Shows what a scenario asks and runs, without running it.",
            "",
            "What it shows and what is expected is an answer: it is told with --answers."
        },
        sortOptions = false)
final class ScenarioShowCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SCENARIO", description = "A name, see fluxlab scenario list, or a file of your own.")
    private String name = "";

    @Option(names = "--answers", description = "Also what it shows, and what is expected to come out.")
    private boolean answers;

    @Option(
            names = "--code",
            description =
                    "Also the lecture's program and its twin in Java; with --answers what differs and what CPython printed.")
    private boolean code;

    @Option(names = "--details", description = "Also the conditions, with the names that they have in the code.")
    private boolean details;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ScenarioShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        Scenario scenario = ScenarioSource.ofTextsAlone()
                .in(lang.chosen(console))
                .read(List.of(name))
                .get(0);
        if (output.json()) {
            ShownScenario all = ShownScenario.of(scenario);
            ShownScenario shown = code ? all.withCode() : all;
            new JsonLines(console).accept((answers ? shown : shown.withoutAnswers()).json());
            return ExitStatus.DONE;
        }
        ScenarioText text = new ScenarioText(lang.chosen(console), output.palette(console), console.width(), details);
        text.asked(scenario).forEach(console::line);
        if (code) {
            if (scenario.originals().isEmpty()) {
                console.note("fluxlab: " + scenario.name() + " stands beside no program of the lecture");
            }
            text.originals(scenario, answers).forEach(console::line);
        }
        console.line("");
        (answers ? text.answers(scenario) : text.hidden()).forEach(console::line);
        return ExitStatus.DONE;
    }
}
