package io.fluxlab.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that holds its subcommands and does nothing else. */
abstract class CommandGroup implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Nobody said what to do. */
    @Override
    public final void run() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(commandLine, "what to do? Name a command.\n" + commandLine.getUsageMessage());
    }
}
