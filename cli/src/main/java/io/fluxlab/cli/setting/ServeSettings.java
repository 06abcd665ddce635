package io.fluxlab.cli.setting;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/**
 * What the options of {@code fluxlab serve} are where they are not given: what the environment says, or else what the file
 * says. An option {@code --max-runs} is {@code FLUXLAB_SERVE_MAX_RUNS} in the environment and {@code max-runs} in the file.
 * Immutable.
 */
public final class ServeSettings implements IDefaultValueProvider {

    private static final String PREFIX = "FLUXLAB_SERVE_";

    /** What makes no sense in a file or in the environment of a service. */
    private static final Set<String> OPTIONS_ALONE = Set.of("--help", "--version", "--classpath");

    private static final String CONFIG = "--config";

    /**
     * A value and where it was found.
     *
     * @param origin as a message names it
     */
    private record Setting(String value, String origin) {}

    private final Map<String, Setting> settings;

    private ServeSettings(Map<String, Setting> settings) {
        this.settings = settings;
    }

    /**
     * Reads the environment, and the file that the arguments or the environment name.
     *
     * @throws UsageException where a variable or a key is no setting, or where the file is wrong
     */
    public static ServeSettings read(CommandSpec serve, Map<String, String> environment, String... arguments) {
        Map<String, Setting> found = new HashMap<>();
        Set<String> options = names(serve);
        Map<String, String> optionOfVariable = new HashMap<>();
        options.forEach(option -> optionOfVariable.put(variable(option), option));
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(PREFIX) && !variable.getValue().isEmpty()) {
                String option = optionOfVariable.get(name);
                if (option == null) {
                    throw new UsageException(
                            "unknown variable " + name + Names.hint(name, new TreeSet<>(optionOfVariable.keySet())));
                }
                found.put(option, new Setting(variable.getValue(), name));
            }
        }
        file(found, arguments)
                .ifPresent(file -> SettingsFile.read(file.path(), file.origin())
                        .forEach(setting -> found.putIfAbsent(
                                "--" + setting.key(),
                                new Setting(setting.value(), setting.place() + ": " + setting.key()))));
        return new ServeSettings(Map.copyOf(found));
    }

    /** Options that may be set in the environment. */
    static Set<String> names(CommandSpec serve) {
        Set<String> names = new TreeSet<>();
        serve.options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !OPTIONS_ALONE.contains(name))
                .forEach(names::add);
        return names;
    }

    private static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Only what it takes to find the file, since it has to be read before the options are. */
    private static final class FileOption {

        @Option(names = CONFIG)
        private @Nullable Path file;

        @SuppressWarnings("UnusedVariable") // picocli puts there what is not for this
        @Unmatched
        private List<String> others = new ArrayList<>();
    }

    /**
     * The file of settings.
     *
     * @param origin as a message names what named it
     */
    private record NamedFile(Path path, String origin) {}

    private static Optional<NamedFile> file(Map<String, Setting> found, String... arguments) {
        FileOption option = new FileOption();
        try {
            CommandLine.populateCommand(option, arguments);
        } catch (ParameterException e) {
            return Optional.empty(); // whoever reads all options will say so
        }
        Setting ofEnvironment = found.get(CONFIG);
        return Optional.ofNullable(option.file)
                .map(file -> new NamedFile(file, CONFIG))
                .or(() -> Optional.ofNullable(ofEnvironment)
                        .map(setting -> new NamedFile(Path.of(setting.value()), setting.origin())));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return setting(argument).map(Setting::value).orElse(null);
    }

    /** What is wrong with an option, told of where its value was found, unless somebody typed it. */
    public ParameterException located(ParameterException error, String... typed) {
        if (!(error.getArgSpec() instanceof OptionSpec option) || isTyped(option, typed)) {
            return error;
        }
        String name = Pattern.quote(option.longestName());
        return setting(option)
                .map(setting -> new ParameterException(
                        error.getCommandLine(),
                        String.valueOf(error.getMessage())
                                .replaceFirst(
                                        "^(Invalid value for option '" + name + "'( \\([^)]*\\))?|" + name + ")",
                                        Matcher.quoteReplacement(setting.origin())),
                        option,
                        null))
                .orElse(error);
    }

    private static boolean isTyped(OptionSpec option, String... typed) {
        String name = option.longestName();
        return Arrays.stream(typed).anyMatch(each -> each.equals(name) || each.startsWith(name + "="));
    }

    private Optional<Setting> setting(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? Optional.ofNullable(settings.get(option.longestName()))
                : Optional.empty();
    }
}
