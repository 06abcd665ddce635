package io.fluxlab.cli.code;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How methods and constructors are written down for people. */
final class Signature {

    private Signature() {}

    /** {@code parse(String text, int... limits)}; with the parameters' names where the class file has them. */
    static String of(String name, Executable executable) {
        Parameter[] parameters = executable.getParameters();
        return Arrays.stream(parameters).map(Signature::of).collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String of(Parameter parameter) {
        return parameter.isNamePresent() ? type(parameter) + " " + parameter.getName() : type(parameter);
    }

    private static String type(Parameter parameter) {
        Class<?> type = parameter.getType();
        return parameter.isVarArgs() ? type.getComponentType().getSimpleName() + "..." : type.getSimpleName();
    }

    /** Whether the parameters' types are those, by their simple or full names. */
    static boolean matches(Executable executable, List<String> types) {
        Parameter[] parameters = executable.getParameters();
        if (parameters.length != types.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            String given = types.get(i).replace("...", "[]");
            Class<?> type = parameters[i].getType();
            if (!given.equals(type.getSimpleName())
                    && !given.equals(type.getCanonicalName())
                    && !given.equals(type.getName())) {
                return false;
            }
        }
        return true;
    }
}
