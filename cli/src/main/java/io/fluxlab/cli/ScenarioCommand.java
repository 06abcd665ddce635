package io.fluxlab.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fluxlab scenario}: it holds its subcommands and does nothing else. */
@Command(
        name = "scenario",
        description =
                "Lists, shows, runs and checks scenarios: scripts that explain themselves and check what they claim.",
        synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Nobody said what to do. */
    @Override
    public void run() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(commandLine, "what to do? Name a command.\n" + commandLine.getUsageMessage());
    }
}
