package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the method that was meant among those of one class or one source file. Immutable. */
final class MethodChoice {

    private final String text;
    private final List<Class<?>> owners;
    private final List<String> arguments;

    /**
     * Among the methods of these classes: the first that has one of the name is the one that was meant.
     *
     * @param text the class or file, as it was typed
     */
    MethodChoice(String text, List<Class<?>> owners, List<String> arguments) {
        this.text = text;
        this.owners = List.copyOf(owners);
        this.arguments = List.copyOf(arguments);
    }

    /** A method and the arguments that it is to be called with. */
    record Chosen(Class<?> owner, Method method, List<Object> arguments) {}

    /**
     * The method of this name.
     *
     * @param types of its parameters; null where they are not told
     * @throws UsageException saying what there is instead
     */
    Chosen named(String name, @Nullable List<String> types) {
        Class<?> owner = owners.stream()
                .filter(each ->
                        methods(each).anyMatch(method -> method.getName().equals(name)))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        List<Method> overloads =
                methods(owner).filter(method -> method.getName().equals(name)).toList();
        List<Method> meant = types == null
                ? overloads
                : overloads.stream()
                        .filter(each -> Signature.matches(each, types))
                        .toList();
        if (meant.isEmpty()) {
            throw new UsageException(with(
                    "%s::%s takes no (%s); there is"
                            .formatted(text, name, String.join(", ", Objects.requireNonNull(types))),
                    overloads));
        }
        return fitting(owner, name, meant);
    }

    /**
     * The only method that can be called with these arguments.
     *
     * @throws UsageException where there is none, or more than one
     */
    Chosen only() {
        Class<?> owner = owners.get(0);
        List<Method> callable = methods(owner)
                .filter(method -> method.getDeclaringClass() == owner)
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> !isMain(method) && Arguments.fit(method, arguments.size()))
                .toList();
        if (callable.size() == 1) {
            Method method = callable.get(0);
            return new Chosen(owner, method, Arrays.asList(Arguments.convert(method, arguments)));
        }
        List<Method> all = methods(owner)
                .filter(method -> method.getDeclaringClass() == owner)
                .toList();
        throw new UsageException(
                callable.isEmpty()
                        ? with("%s has no method that takes %s; there is".formatted(text, given()), all)
                        : with(
                                "which method of %s? Name one, as in %s::%s"
                                        .formatted(text, text, callable.get(0).getName()),
                                callable));
    }

    private Chosen fitting(Class<?> owner, String name, List<Method> meant) {
        List<Method> fitting = meant.stream()
                .filter(method -> Arguments.fit(method, arguments.size()))
                .toList();
        if (fitting.isEmpty()) {
            throw new UsageException(with("%s::%s does not take %s; there is".formatted(text, name, given()), meant));
        }
        Map<Method, Object[]> converted = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (Method method : fitting) {
            try {
                converted.put(method, Arguments.convert(method, arguments));
            } catch (UsageException e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (converted.isEmpty()) {
            throw new UsageException(mistakes);
        }
        if (converted.size() > 1) {
            throw new UsageException(with(
                    "several methods %s::%s take %s: name the types, as in '%s::%s'"
                            .formatted(
                                    text,
                                    name,
                                    given(),
                                    text,
                                    typed(converted.keySet().iterator().next())),
                    List.copyOf(converted.keySet())));
        }
        Map.Entry<Method, Object[]> only = converted.entrySet().iterator().next();
        return new Chosen(owner, only.getKey(), Arrays.asList(only.getValue()));
    }

    private UsageException unknown(String name) {
        List<Method> all = owners.stream().flatMap(MethodChoice::methods).toList();
        List<String> names = all.stream().map(Method::getName).distinct().toList();
        List<Method> near = Names.nearest(name, names)
                .map(nearest -> all.stream()
                        .filter(method -> method.getName().equals(nearest))
                        .toList())
                .orElse(List.of());
        return near.isEmpty()
                ? new UsageException(with("no method %s in %s; there is".formatted(name, text), declared(all)))
                : new UsageException(with("no method %s in %s; did you mean".formatted(name, text), near));
    }

    /** Without what every class has, and what nobody else can call. */
    private static List<Method> declared(List<Method> all) {
        return all.stream()
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .toList();
    }

    private String given() {
        return switch (arguments.size()) {
            case 0 -> "no arguments (give them by --arg)";
            case 1 -> "1 argument";
            default -> arguments.size() + " arguments";
        };
    }

    private static List<String> with(String first, List<Method> methods) {
        List<String> lines = new ArrayList<>();
        lines.add(methods.isEmpty() ? first + " none" : first + ":");
        methods.stream()
                .map(method -> "   " + Signature.of(method.getName(), method))
                .forEach(lines::add);
        return lines;
    }

    private static String typed(Method method) {
        return method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .reduce((all, next) -> all + "," + next)
                        .map(types -> "(" + types + ")")
                        .orElse("()");
    }

    /** Those that the class declares, in the order of their names, and what it inherits. */
    private static Stream<Method> methods(Class<?> owner) {
        try {
            return Stream.concat(Stream.of(owner.getDeclaredMethods()), Stream.of(owner.getMethods()))
                    .distinct()
                    .filter(method -> !method.isSynthetic())
                    .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
        } catch (NoClassDefFoundError e) {
            throw ClassProblem.missing(owner.getName(), e, owner.getClassLoader());
        }
    }

    private static boolean isMain(Method method) {
        return method.getName().equals("main") && method.getReturnType() == void.class;
    }
}
