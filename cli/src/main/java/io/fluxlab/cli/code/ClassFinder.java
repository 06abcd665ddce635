package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds classes by the names that people write: {@code com.acme.Orders}, {@code com.acme.Orders.Line}. Immutable. */
record ClassFinder(ClassLoader loader) {

    private static final String CLASS = ".class";

    /**
     * The class, not initialised yet.
     *
     * @throws UsageException where there is none, or it can't be loaded
     */
    Class<?> find(String name) {
        String wanted = name;
        while (true) {
            try {
                return Class.forName(wanted, false, loader);
            } catch (ClassNotFoundException e) {
                int dot = wanted.lastIndexOf('.');
                if (dot < 0) {
                    throw unknown(name, loader);
                }
                wanted = wanted.substring(0, dot) + "$" + wanted.substring(dot + 1);
            } catch (LinkageError e) {
                if (e instanceof NoClassDefFoundError
                        && String.valueOf(e.getMessage()).contains("wrong name")) {
                    throw unknown(name, loader);
                }
                throw ClassProblem.missing(name, e, loader);
            }
        }
    }

    private static UsageException unknown(String name, ClassLoader loader) {
        String option = OwnFirstClassLoader.option(loader);
        if (!option.isEmpty()) {
            return new UsageException("no class %s on %s".formatted(name, option));
        }
        List<String> known = Stream.of(
                        String.valueOf(System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .flatMap(ClassFinder::classes)
                .map(each -> each.replace('$', '.'))
                .distinct()
                .toList();
        String simple = simple(name);
        String hint = known.stream()
                .filter(each -> simple(each).equals(simple))
                .findFirst()
                .or(() -> Names.nearest(name, known))
                .map(near -> "; did you mean " + near + "?")
                .orElse("; put its jar, or the folder that holds its package, on --classpath");
        return new UsageException("no class " + name + hint);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The names of the classes in a jar or a folder. */
    private static Stream<String> classes(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    return files
                            .map(file -> entry.relativize(file).toString())
                            .flatMap(ClassFinder::className)
                            .toList()
                            .stream();
                }
            }
            if (Files.isRegularFile(entry)) {
                try (JarFile jar = new JarFile(entry.toFile())) {
                    return jar.stream().map(each -> each.getName()).flatMap(ClassFinder::className).toList().stream();
                }
            }
            return Stream.empty();
        } catch (IOException e) {
            return Stream.empty(); // it is no jar: the JVM says nothing of that either
        }
    }

    private static Stream<String> className(String file) {
        return file.endsWith(CLASS) && !file.startsWith("META-INF")
                ? Stream.of(file.substring(0, file.length() - CLASS.length())
                        .replace('/', '.')
                        .replace('\\', '.'))
                : Stream.empty();
    }
}
