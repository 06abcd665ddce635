package io.fluxlab.cli.code;

import io.fluxlab.cli.input.Durations;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.input.Values;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Texts as the arguments of a method: picocli's converters, as those of the command's own options; for a type without one,
 * its own {@code valueOf}, {@code of}, {@code parse} or {@code fromString} of a text, or its constructor. Thread-safe.
 */
final class Arguments {

    private static final String OPTION = "--arg";
    private static final List<String> FACTORIES = List.of("valueOf", "of", "parse", "fromString");

    private Arguments() {}

    /** Whether so many texts can be the arguments. */
    static boolean fit(Executable executable, int count) {
        int parameters = executable.getParameterCount();
        return executable.isVarArgs() ? count >= parameters - 1 : count == parameters;
    }

    /**
     * The arguments, the variable ones as one array.
     *
     * @throws UsageException naming every text that is no value of its parameter's type
     */
    static Object[] convert(Executable executable, List<String> texts) {
        Parameter[] parameters = executable.getParameters();
        Object[] values = new Object[parameters.length];
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            boolean isRest = executable.isVarArgs() && i == parameters.length - 1;
            try {
                values[i] = isRest
                        ? rest(parameters[i], i, texts)
                        : one(label(parameters[i].getType(), parameters[i]), parameters[i].getType(), i, texts.get(i));
            } catch (UsageException e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
        return values;
    }

    private static Object rest(Parameter parameter, int first, List<String> texts) {
        Class<?> type = parameter.getType().getComponentType();
        Object array = Array.newInstance(type, texts.size() - first);
        for (int i = first; i < texts.size(); i++) {
            Array.set(array, i - first, one(label(type, parameter), type, i, texts.get(i)));
        }
        return array;
    }

    private static String label(Class<?> type, Parameter parameter) {
        return parameter.isNamePresent() ? type.getSimpleName() + " " + parameter.getName() : type.getSimpleName();
    }

    private static Object one(String label, Class<?> type, int index, String text) {
        OptionSpec.Builder option = OptionSpec.builder(OPTION)
                .arity("1")
                .type(type)
                .paramLabel(label)
                .required(true);
        if (type.isArray()) {
            option.auxiliaryTypes(type.getComponentType()).splitRegex(",");
        }
        OptionSpec built = option.build();
        CommandLine reader = reader(CommandSpec.create().addOption(built));
        Class<?> single = type.isArray() ? type.getComponentType() : type;
        own(single).ifPresent(converter -> register(reader, single, converter));
        try {
            reader.parseArgs(OPTION + "=" + text);
            return built.getValue();
        } catch (ParameterException e) {
            String what = "%s %d (%s): ".formatted(OPTION, index + 1, label);
            String said = String.valueOf(e.getMessage());
            throw new UsageException(what
                    + (said.startsWith("No TypeConverter registered")
                            ? "no text can be a %s, was '%s'".formatted(type.getSimpleName(), text)
                            : said.replaceFirst("^Invalid value for option '" + OPTION + "'( \\(.*?\\))?: ", "")));
        }
    }

    private static CommandLine reader(CommandSpec spec) {
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Integer.class, typed(Values::wholeNumber))
                .registerConverter(int.class, typed(Values::wholeNumber))
                .registerConverter(Long.class, typed(Values::longNumber))
                .registerConverter(long.class, typed(Values::longNumber))
                .registerConverter(Duration.class, typed(Arguments::duration));
    }

    /** As the command's options take it, or as {@link Duration#parse} does. */
    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return Durations.parse(text);
        }
    }

    private static <T> ITypeConverter<T> typed(Function<String, T> read) {
        return text -> {
            try {
                return read.apply(text);
            } catch (UsageException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    @SuppressWarnings("unchecked") // the converter was made for this type
    private static <T> void register(CommandLine reader, Class<T> type, ITypeConverter<?> converter) {
        reader.registerConverter(type, (ITypeConverter<T>) converter);
    }

    /** How a type that no library knows reads itself. */
    private static Optional<ITypeConverter<?>> own(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.")) {
            return Optional.empty();
        }
        Optional<ITypeConverter<?>> factory = FACTORIES.stream()
                .flatMap(name -> Stream.of(type.getMethods()).filter(method -> isFactory(method, name, type)))
                .findFirst()
                .map(method -> text -> called(() -> method.invoke(null, text)));
        return factory.or(() -> Stream.of(type.getConstructors())
                .filter(each -> each.getParameterCount() == 1 && each.getParameterTypes()[0] == String.class)
                .findFirst()
                .map(constructor -> text -> called(() -> constructor.newInstance(text))));
    }

    private static boolean isFactory(Method method, String name, Class<?> type) {
        return method.getName().equals(name)
                && Modifier.isStatic(method.getModifiers())
                && type.isAssignableFrom(method.getReturnType())
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0].isAssignableFrom(String.class);
    }

    private static Object called(Callable<?> call) throws Exception {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw new TypeConversionException(String.valueOf(e.getCause()));
        }
    }
}
