package io.fluxlab.server.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the fuzz tests, each in a JVM of its own as Jazzer wants it: {@code Fuzzing FOLDER INPUTS [TARGET...]}. Says what
 * became of each, and exits with status 1 if one of them found something; the input is in the folder then.
 */
public final class Fuzzing {

    /** Our own connections to the server that is fuzzed are no forged requests. */
    private static final String NOT_LOOKED_FOR = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";

    /** How Jazzer begins to tell of an exception. */
    private static final String FOUND = "== Java Exception";

    private static final Pattern FIGURES = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)");

    private Fuzzing() {}

    /**
     * What is fuzzed, and with how many of a thousand inputs: those that need a socket are slower.
     *
     * @param perMille its share of all inputs
     */
    private record Target(String test, int perMille) {

        static final List<Target> ALL = List.of(
                new Target("io.fluxlab.server.transport.FramesFuzz", 940),
                new Target("io.fluxlab.server.RequestsFuzz", 25),
                new Target("io.fluxlab.server.MetadataFuzz", 25),
                new Target("io.fluxlab.server.UpgradeFuzz", 5),
                new Target("io.fluxlab.server.transport.ConnectionsFuzz", 5));

        String name() {
            return test.substring(test.lastIndexOf('.') + 1).replace("Fuzz", "").toLowerCase(Locale.ROOT);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long inputs = Long.parseLong(arguments[1]);
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        boolean clean = true;
        for (Target target : Target.ALL) {
            if (wanted.isEmpty() || wanted.contains(target.name())) {
                clean &= fuzz(target, inputs * target.perMille() / 1000, folder);
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static boolean fuzz(Target target, long inputs, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve(target.name() + ".log");
        long start = System.nanoTime();
        int status = new ProcessBuilder(command(target, inputs))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String text = Files.readString(log);
        Matcher figures = FIGURES.matcher(text);
        String found = figures.find()
                ? "%s inputs, %s edges covered, %s inputs kept"
                        .formatted(figures.group(1), figures.group(2), figures.group(4))
                : "did not come to its end";
        System.out.printf("%-12s %s, %.1f s%n", target.name(), found, (System.nanoTime() - start) / 1e9);
        if (status != 0) {
            System.out.println("found something; see " + log);
            text.lines()
                    .dropWhile(line -> !line.startsWith(FOUND) && !line.startsWith("ERROR"))
                    .limit(30)
                    .forEach(System.out::println);
        }
        return status == 0 && figures.reset().find();
    }

    private static List<String> command(Target target, long inputs) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.test(),
                "--disabled_hooks=" + NOT_LOOKED_FOR,
                "-runs=" + inputs));
        return command;
    }
}
