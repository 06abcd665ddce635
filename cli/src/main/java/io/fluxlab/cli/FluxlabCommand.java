package io.fluxlab.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code fluxlab} itself: it holds its subcommands and does nothing else. */
@Command(
        name = "fluxlab",
        description = "Runs one workload on many execution models, and says with numbers which one it belongs on.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Exit status: 0 done; 1 the run or a gate failed; 2 bad usage or input;",
            "3 the server can't be reached; 130 interrupted."
        })
final class FluxlabCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Nobody said what to do. */
    @Override
    public void run() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(commandLine, "what to do? Name a command.\n" + commandLine.getUsageMessage());
    }
}
