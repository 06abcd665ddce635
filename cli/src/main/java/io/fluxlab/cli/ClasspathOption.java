package io.fluxlab.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Described here for the help and the completion. The script that starts Java takes it out of the arguments: once Java
 * runs, nobody can add to its class path.
 */
final class ClasspathOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "Jars with workloads or lanes of your own, for the lab inside this command.")
    void setClasspath(String path) {
        if (command != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--classpath %s: the script fluxlab takes this; with java, name it in java's own -cp"
                            .formatted(path));
        }
    }
}
