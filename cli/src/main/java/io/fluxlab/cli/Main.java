package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Input;
import io.fluxlab.cli.input.Durations;
import io.fluxlab.cli.input.Percentage;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.input.Values;
import io.fluxlab.cli.setting.ServeSettings;
import io.fluxlab.server.identity.Role;
import io.fluxlab.wording.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The {@code fluxlab} command. */
public final class Main {

    private static final List<String> HELP = List.of("-h", "--help");

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        ExitWatch exits = ExitWatch.begin(console);
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        int status;
        try {
            status = execute(new Surroundings(console, Input.ofProcess(), interrupt, new LabSource()), args);
        } finally {
            exits.ended();
        }
        System.exit(status);
    }

    /** Runs the command and returns its status. */
    static int execute(Surroundings surroundings, String... args) {
        Console console = surroundings.console();
        StringWriter help = new StringWriter();
        CommandLine commandLine = commandLine(surroundings)
                .setOut(new PrintWriter(help))
                .setExecutionExceptionHandler((e, command, result) -> Failures.report(e, console))
                .setParameterExceptionHandler((e, arguments) -> Failures.report(e, console));
        try {
            configure(commandLine, console, args);
        } catch (UsageException e) {
            return Failures.report(e, console);
        }
        int status = commandLine.execute(args);
        try {
            console.write(help.toString().getBytes(StandardCharsets.UTF_8));
            console.flush();
            return status;
        } catch (UncheckedIOException e) {
            return Failures.report(e, console);
        }
    }

    /** A server is told by its environment and by a file what nobody types; whoever asks for help is not told about those. */
    private static void configure(CommandLine commandLine, Console console, String... args) {
        List<String> all = List.of(args);
        CommandLine serve = server(commandLine, all);
        if (serve != null && HELP.stream().noneMatch(all::contains)) {
            ServeSettings settings = ServeSettings.read(serve.getCommandSpec(), console.environment(), args);
            serve.setDefaultValueProvider(settings);
            commandLine.setParameterExceptionHandler(
                    (e, arguments) -> Failures.report(settings.located(e, arguments), console));
        }
    }

    /** The command that is a server, if that is what these arguments begin with. */
    private static @Nullable CommandLine server(CommandLine commandLine, List<String> all) {
        CommandLine found = commandLine;
        for (String name : all.stream().limit(2).toList()) {
            CommandLine below = found.getSubcommands().get(name);
            if (below == null) {
                break;
            }
            found = below;
        }
        return found.getCommandSpec().userObject() instanceof ServeCommand ? found : null;
    }

    private static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new FluxlabCommand())
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new CapacityCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new CommandLine(new ScenarioCommand())
                        .addSubcommand(new ScenarioListCommand(surroundings))
                        .addSubcommand(new ScenarioShowCommand(surroundings))
                        .addSubcommand(new ScenarioRunCommand(surroundings))
                        .addSubcommand(new ScenarioCheckCommand(surroundings)))
                .addSubcommand(new CommandLine(new LectureCommand())
                        .addSubcommand(new PuzzleCommand(surroundings))
                        .addSubcommand(new LectureStartCommand(surroundings))
                        .addSubcommand(new LectureCheckCommand(surroundings)))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new WatchCommand(surroundings))
                .addSubcommand(new CancelCommand(surroundings))
                .addSubcommand(new SteerRunCommand(surroundings))
                .addSubcommand(new CommandLine(new HistoryCommand())
                        .addSubcommand(new HistoryListCommand(surroundings))
                        .addSubcommand(new HistoryShowCommand(surroundings))
                        .addSubcommand(new HistoryExportCommand(surroundings))
                        .addSubcommand(new HistoryImportCommand(surroundings))
                        .addSubcommand(new HistoryCompareCommand(surroundings))
                        .addSubcommand(new HistoryRemoveCommand(surroundings))
                        .addSubcommand(new HistoryAnnotateCommand(surroundings)))
                .addSubcommand(new CommandLine(new TokenCommand())
                        .addSubcommand(new TokenAddCommand(surroundings))
                        .addSubcommand(new TokenListCommand(surroundings))
                        .addSubcommand(new TokenRemoveCommand(surroundings)))
                .addSubcommand(new CommandLine(new ClusterCommand())
                        .addSubcommand(new ClusterCoordinatorCommand(surroundings))
                        .addSubcommand(new ClusterWorkerCommand(surroundings))
                        .addSubcommand(new ClusterMembersCommand(surroundings))
                        .addSubcommand(new ClusterDrainCommand(surroundings)))
                .addSubcommand(new WorkloadsCommand(surroundings))
                .addSubcommand(new LanesCommand(surroundings))
                .addSubcommand(new VersionCommand(surroundings))
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .registerConverter(Duration.class, typed(Durations::parse))
                .registerConverter(Integer.class, typed(Values::wholeNumber))
                .registerConverter(int.class, typed(Values::wholeNumber))
                .registerConverter(Long.class, typed(Values::longNumber))
                .registerConverter(Percentage.class, typed(Percentage::parse))
                .registerConverter(URI.class, typed(Values::address))
                .registerConverter(Role.class, typed(Values::role))
                .registerConverter(Language.class, typed(Values::language))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Tells in this command's words, and not in Java's, why a value can't be read. */
    private static <T> ITypeConverter<T> typed(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (UsageException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
