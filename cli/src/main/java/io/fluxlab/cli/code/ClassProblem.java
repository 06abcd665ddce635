package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says why a class can't be used. */
final class ClassProblem {

    private ClassProblem() {}

    /** It refers to a class that is not there, or could not be loaded before. */
    static UsageException missing(String name, LinkageError error, @Nullable ClassLoader loader) {
        String option = OwnFirstClassLoader.option(loader);
        String what = String.valueOf(error.getMessage()).replace('/', '.');
        return new UsageException(
                error instanceof NoClassDefFoundError && error.getCause() instanceof ClassNotFoundException
                        ? "%s needs the class %s: put its jar on %s"
                                .formatted(name, what, option.isEmpty() ? "--classpath" : option)
                        : "%s can't be loaded: %s".formatted(name, error));
    }

    /** Code of the user's that ran before anything was measured threw. */
    static UsageException threw(String what, Throwable error, Class<?> owner) {
        String at = Arrays.stream(error.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(owner.getName()))
                .findFirst()
                .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        return new UsageException("%s threw %s%s".formatted(what, error, at));
    }
}
