package io.fluxlab.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs the benchmarks that are named, or all of them, each in a JVM of its own, with the same options as this one. */
public final class Benchmarks {

    private static final String SHORT = "--short";

    private Benchmarks() {}

    /** Ends with 1 where a benchmark breaks and with 2 where there is none of a name; what is missed does not matter. */
    public static void main(String[] arguments) throws Exception {
        Size size = Arrays.asList(arguments).contains(SHORT) ? Size.SHORT : Size.FULL;
        List<String> names =
                Arrays.stream(arguments).filter(each -> !each.equals(SHORT)).toList();
        Optional<String> unknown =
                names.stream().filter(name -> All.named(name).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            System.err.println(unknown.get() + ": no such benchmark; there are " + String.join(", ", All.names()));
            System.exit(2);
        }
        System.exit(run(names.isEmpty() ? All.names() : names, size, System.out));
    }

    private static int run(List<String> names, Size size, PrintStream out) throws Exception {
        out.println(machine());
        out.println();
        new Report(out, size).head();
        int status = 0;
        for (String name : names) {
            if (fork(name, size) != 0) {
                System.err.println(name + " broke, see above");
                status = 1;
            }
        }
        return status;
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d CPUs (%s), %s, JDK %s; load %.2f"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getArch(),
                        system.getName() + " " + system.getVersion(),
                        Runtime.version(),
                        system.getSystemLoadAverage());
    }

    private static int fork(String name, Size size) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneBenchmark.class.getName()));
        command.addAll(List.of(name, size.name()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
