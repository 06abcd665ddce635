package io.fluxlab.cli.code;

import java.util.List;

/**
 * Where the classes of the user's code are. Immutable.
 *
 * @param option that names them, as it was typed, such as {@code --against base.jar}; empty where they are the JVM's own
 * @param entries that go before the JVM's own class path
 * @param hidden entries of the JVM's own class path whose classes and files are not seen
 */
public record CodePath(String option, List<String> entries, List<String> hidden) {

    public CodePath {
        entries = List.copyOf(entries);
        hidden = List.copyOf(hidden);
    }

    /** The JVM's own class path, and nothing before it. */
    public static CodePath ofJvm() {
        return new CodePath("", List.of(), List.of());
    }

    /** These entries before the JVM's own class path. */
    public static CodePath before(List<String> entries) {
        return new CodePath("", entries, List.of());
    }

    /** These entries, as this option names them, in place of some that the JVM has on its own class path. */
    public static CodePath inPlaceOf(List<String> hidden, String option, List<String> entries) {
        return new CodePath(option, entries, hidden);
    }

    /** A loader of these classes over {@code jvm}, which has the JVM's own class path. */
    ClassLoader loader(ClassLoader jvm) {
        if (entries.isEmpty()) {
            return jvm;
        }
        return new OwnFirstClassLoader(option, entries, hidden.isEmpty() ? jvm : new HidingClassLoader(hidden, jvm));
    }
}
