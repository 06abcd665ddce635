package io.fluxlab.lab;

import io.netty.util.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the libraries beneath a lab are there, and new enough. An application may bring others than Fluxlab was built
 * with, and what is missing there would otherwise be found by a run, as a {@link NoClassDefFoundError} on its event loop.
 * Stateless.
 */
final class Libraries {

    private static final int MAJOR = 4;
    private static final int MINOR = 2;
    private static final Pattern BEGIN_OF_VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");

    private static final String NETTY_IS = "Fluxlab runs on Netty 4.2, which Spring Boot 4 brings and 3.5 does not";

    /** Of each library a type that a run can't do without, with the artifact that has it. */
    private static final Map<String, String> NEEDED = Map.of(
            "io.netty.channel.epoll.Epoll", "io.netty:netty-transport-classes-epoll",
            "org.HdrHistogram.Histogram", "org.hdrhistogram:HdrHistogram",
            "com.fasterxml.jackson.databind.json.JsonMapper", "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.dataformat.cbor.CBORFactory",
                    "com.fasterxml.jackson.dataformat:jackson-dataformat-cbor",
            "org.apache.commons.text.similarity.LevenshteinDistance", "org.apache.commons:commons-text");

    private static final String LOOP_OF_NETTY_4_2 = "io.netty.channel.IoEventLoop";

    private Libraries() {}

    /** @throws UnsupportedLibraryException where something is missing or too old */
    static void check(ClassLoader loader) {
        List<String> problems = new ArrayList<>();
        netty(loader, problems);
        new TreeMap<>(NEEDED).forEach((type, artifact) -> {
            if (!has(type, loader)) {
                problems.add(artifact + " is missing, or has no " + type);
            }
        });
        if (!problems.isEmpty()) {
            throw new UnsupportedLibraryException(problems);
        }
    }

    private static void netty(ClassLoader loader, List<String> problems) {
        if (!has("io.netty.util.Version", loader)) {
            problems.add(NETTY_IS + ": io.netty:netty-common is missing");
            return;
        }
        Map<String, Version> versions = new TreeMap<>(Version.identify(loader));
        List<String> old = versions.values().stream()
                .filter(version -> isOld(version.artifactVersion()))
                .map(version -> version.artifactId() + " " + version.artifactVersion())
                .toList();
        if (!old.isEmpty()) {
            problems.add(NETTY_IS + ": found " + String.join(", ", old));
        } else if (!has(LOOP_OF_NETTY_4_2, loader)) {
            problems.add(NETTY_IS + ": io.netty:netty-transport has no " + LOOP_OF_NETTY_4_2);
        }
    }

    /** What is no such number was built by somebody who knows better. */
    private static boolean isOld(String version) {
        Matcher numbers = BEGIN_OF_VERSION.matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major < MAJOR || (major == MAJOR && Integer.parseInt(numbers.group(2)) < MINOR);
    }

    private static boolean has(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
