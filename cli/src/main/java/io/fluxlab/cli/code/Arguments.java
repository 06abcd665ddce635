package io.fluxlab.cli.code;

import io.fluxlab.cli.input.Durations;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.input.Values;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.PicocliException;
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
                        : one(
                                label(parameters[i].getType(), parameters[i]),
                                parameters[i].getType(),
                                elements(parameters[i]),
                                i,
                                texts.get(i));
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
            Array.set(array, i - first, one(label(type, parameter), type, List.of(), i, texts.get(i)));
        }
        return array;
    }

    /** What an array, a list or a map is made of; none where that is not said. */
    private static List<Class<?>> elements(Parameter parameter) {
        if (parameter.getType().isArray()) {
            return List.of(parameter.getType().getComponentType());
        }
        if (!(parameter.getParameterizedType() instanceof ParameterizedType type)) {
            return List.of();
        }
        List<Class<?>> found = new ArrayList<>();
        for (Type argument : type.getActualTypeArguments()) {
            if (!(argument instanceof Class<?> plain)) {
                return List.of();
            }
            found.add(plain);
        }
        return found;
    }

    private static String label(Class<?> type, Parameter parameter) {
        return parameter.isNamePresent() ? type.getSimpleName() + " " + parameter.getName() : type.getSimpleName();
    }

    private static Object one(String label, Class<?> type, List<Class<?>> elements, int index, String text) {
        OptionSpec.Builder option = OptionSpec.builder(OPTION)
                .arity("1")
                .type(type)
                .paramLabel(label)
                .required(true);
        if (!elements.isEmpty()) {
            option.auxiliaryTypes(elements.toArray(Class<?>[]::new));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            option.splitRegex(",");
        }
        String what = "%s %d (%s): ".formatted(OPTION, index + 1, label);
        try {
            OptionSpec built = option.build();
            CommandLine reader = reader(CommandSpec.create().addOption(built));
            Stream.concat(elements.stream(), Stream.of(type))
                    .forEach(single -> own(single).ifPresent(converter -> register(reader, single, converter)));
            reader.parseArgs(OPTION + "=" + text);
            return built.getValue();
        } catch (ParameterException e) {
            String said = String.valueOf(e.getMessage());
            throw new UsageException(what
                    + (said.startsWith("No TypeConverter registered")
                            ? noneFor(type, text)
                            : said.replaceFirst("^Invalid value for option '" + OPTION + "'( \\(.*?\\))?: ", "")));
        } catch (PicocliException e) {
            throw new UsageException(what + noneFor(type, text)); // it knows no way to make one
        }
    }

    private static String noneFor(Class<?> type, String text) {
        String none = "no text can be a %s, was '%s'".formatted(type.getSimpleName(), text);
        return isReadByJdk(type)
                ? none
                : none + "; a static %s parse(String) in it would read one".formatted(type.getSimpleName());
    }

    /** Whether nobody can give the type a method of their own. */
    private static boolean isReadByJdk(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.isArray()
                || type.getName().startsWith("java.");
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
        if (isReadByJdk(type)) {
            return Optional.empty();
        }
        Optional<ITypeConverter<?>> factory = FACTORIES.stream()
                .flatMap(name -> Stream.of(type.getDeclaredMethods()).filter(method -> isFactory(method, name, type)))
                .findFirst()
                .map(method -> text -> called(() -> method.invoke(null, text), method));
        return factory.or(() -> Stream.of(type.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == 1
                        && each.getParameterTypes()[0] == String.class
                        && !Modifier.isPrivate(each.getModifiers()))
                .findFirst()
                .map(constructor -> text -> called(() -> constructor.newInstance(text), constructor)));
    }

    private static boolean isFactory(Method method, String name, Class<?> type) {
        return method.getName().equals(name)
                && Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && type.isAssignableFrom(method.getReturnType())
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0].isAssignableFrom(String.class);
    }

    private static Object called(Callable<?> call, AccessibleObject called) throws Exception {
        try {
            called.setAccessible(true);
            return call.call();
        } catch (InvocationTargetException e) {
            throw new TypeConversionException(String.valueOf(e.getCause()));
        }
    }
}
