package io.fluxlab.cli;

import io.fluxlab.cli.console.BrokenPipeException;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.Durations;
import io.fluxlab.cli.input.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The {@code fluxlab} command. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        System.exit(execute(new Surroundings(Console.ofProcess(), interrupt, new LabSource()), args));
    }

    /** Runs the command and returns its status. */
    static int execute(Surroundings surroundings, String... args) {
        Console console = surroundings.console();
        StringWriter help = new StringWriter();
        CommandLine commandLine = commandLine(surroundings)
                .setOut(new PrintWriter(help))
                .setExecutionExceptionHandler((e, command, result) -> Failures.report(e, console))
                .setParameterExceptionHandler((e, arguments) -> Failures.report(e, console));
        int status = commandLine.execute(args);
        try {
            console.write(help.toString().getBytes(StandardCharsets.UTF_8));
            console.flush();
            return status;
        } catch (BrokenPipeException e) {
            return Failures.report(e, console);
        }
    }

    private static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new FluxlabCommand())
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new CommandLine(new ScenarioCommand())
                        .addSubcommand(new ScenarioListCommand(surroundings))
                        .addSubcommand(new ScenarioShowCommand(surroundings))
                        .addSubcommand(new ScenarioRunCommand(surroundings))
                        .addSubcommand(new ScenarioCheckCommand(surroundings)))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new WorkloadsCommand(surroundings))
                .addSubcommand(new LanesCommand(surroundings))
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .registerConverter(Duration.class, Main::duration)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (UsageException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
