package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab scenario}. */
@Command(
        name = "scenario",
        description =
                "Lists, shows, runs and checks scenarios: scripts that explain themselves and check what they claim.",
        synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand extends CommandGroup {}
