package io.fluxlab.cli.code;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parent knows, without that which it has from some jars and folders: code that is run from another class path must not
 * find there what it lacks. Thread-safe.
 */
final class HidingClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Path> hidden;

    /** Hides what comes from these entries of the parent's class path. */
    HidingClassLoader(List<String> hidden, ClassLoader parent) {
        super("shared", parent);
        this.hidden = hidden.stream()
                .flatMap(ClassPathEntries::paths)
                .map(HidingClassLoader::real)
                .toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> found = super.loadClass(name, resolve);
        CodeSource source = found.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null && isHidden(source.getLocation())) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    public @Nullable URL getResource(String name) {
        try {
            Enumeration<URL> seen = getResources(name);
            return seen.hasMoreElements() ? seen.nextElement() : null;
        } catch (IOException e) {
            return null; // as a class loader says of what it can't read
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                .filter(url -> !isHidden(url))
                .toList());
    }

    /** A file's place is its own, or that of the jar in which it is. */
    private boolean isHidden(URL url) {
        String place = url.toString().replaceFirst("^jar:", "").replaceFirst("!/.*", "");
        if (!place.startsWith("file:")) {
            return false;
        }
        Path path = real(Path.of(URI.create(place)));
        return hidden.stream().anyMatch(path::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
