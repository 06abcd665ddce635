package io.fluxlab.cli.code;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private final String option;

    /** The {@code option} that named the class path is for those who are told of it. */
    OwnFirstClassLoader(String option, List<String> classPath, ClassLoader parent) {
        super(
                "code",
                classPath.stream()
                        .flatMap(ClassPathEntries::paths)
                        .map(OwnFirstClassLoader::url)
                        .toArray(URL[]::new),
                parent);
        this.option = option;
    }

    /** The option that named the class path from which this loader takes classes; empty where none named it alone. */
    static String option(@Nullable ClassLoader loader) {
        return loader instanceof OwnFirstClassLoader own ? own.option : "";
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

    /** Files, too, are taken from here first. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
        found.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(found);
    }

    private static URL url(Path entry) {
        try {
            return entry.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an entry of a class path: " + entry, e);
        }
    }
}
