package io.fluxlab.cli.code;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Classes of a class path that goes before the JVM's own, on which there may be another version of them. What a body and
 * the lab have in common, publishers above all, is the JVM's. Thread-safe.
 */
final class OwnFirstClassLoader extends URLClassLoader {

    private static final List<String> SHARED =
            List.of("java.", "javax.", "jdk.", "sun.", "org.reactivestreams.", "reactor.", "io.fluxlab.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    OwnFirstClassLoader(List<String> classPath, ClassLoader parent) {
        super(
                "code",
                classPath.stream()
                        .flatMap(OwnFirstClassLoader::entries)
                        .map(OwnFirstClassLoader::url)
                        .toArray(URL[]::new),
                parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve);
            }
        }
    }

    /** {@code lib/*} is all jars of that folder, as in {@code java -cp}. */
    private static Stream<Path> entries(String entry) {
        if (!entry.endsWith("*")) {
            return Stream.of(Path.of(entry));
        }
        try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an entry of a class path: " + entry, e);
        }
    }
}
