package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.figure.Quantities;
import io.fluxlab.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab scenario check}: whether files are scenarios that could run. */
@Command(
        name = "check",
        description = {
            "Checks files of scenarios without running them.",
            "",
            "Every mistake is told with its line and column: in the shape, in the names of workloads, parameters and "
                    + "lanes, in the conditions."
        },
        sortOptions = false)
final class ScenarioCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files = List.of();

    @Mixin
    private final LabOptions lab = new LabOptions();

    ScenarioCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            ScenarioSource source = ScenarioSource.on(opened.lab(), surroundings.interrupt());
            List<Scenario> scenarios = source.readFiles(files);
            for (int i = 0; i < files.size(); i++) {
                console.line(files.get(i) + ": " + text(scenarios.get(i)));
            }
        }
        return ExitStatus.DONE;
    }

    private static String text(Scenario scenario) {
        return "%s, %s, %s"
                .formatted(
                        scenario.name(),
                        Quantities.count(scenario.steps().size(), "step"),
                        Quantities.count(scenario.expectations().size(), "expectation"));
    }
}
