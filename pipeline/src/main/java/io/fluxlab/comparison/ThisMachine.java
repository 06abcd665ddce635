package io.fluxlab.comparison;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this JVM runs. Stateless; thread-safe. */
public final class ThisMachine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private ThisMachine() {}

    /** What it is. */
    public static Machine describe() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                cpu(),
                runtime.availableProcessors(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                runtime.maxMemory());
    }

    /** The CPU's model where Linux tells it, else its architecture. */
    private static String cpu() {
        String architecture = String.valueOf(System.getProperty("os.arch"));
        if (!Files.isReadable(CPU_INFO)) {
            return architecture;
        }
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
