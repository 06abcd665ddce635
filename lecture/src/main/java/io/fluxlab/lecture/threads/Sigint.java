package io.fluxlab.lecture.threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a terminal sends to a program at Ctrl-C, sent by the command {@code kill}. */
final class Sigint {

    private static final Path OWN_STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final int BIT = 1 << 1;
    private static final int HEXADECIMAL = 16;

    private Sigint() {}

    /**
     * The command such that the program heeds the signal. Whoever was started in the background of a script ignores it, and so
     * does all that it starts.
     */
    static List<String> heeding(List<String> command) {
        List<String> heeding = new ArrayList<>();
        if (isIgnoredHere()) {
            heeding.addAll(List.of("env", "--default-signal=INT"));
        }
        heeding.addAll(command);
        return heeding;
    }

    /** Blocks until it was sent. */
    static void send(long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + pid).start();
        try {
            if (!kill.waitFor(1, TimeUnit.MINUTES) || kill.exitValue() != 0) {
                throw new IOException("the process %d could not be sent a signal".formatted(pid));
            }
        } finally {
            kill.destroyForcibly();
        }
    }

    private static boolean isIgnoredHere() {
        try {
            return Files.readAllLines(OWN_STATUS).stream()
                    .filter(line -> line.startsWith(IGNORED))
                    .anyMatch(line -> ignores(line.substring(IGNORED.length()).trim()));
        } catch (IOException e) {
            return false; // only Linux tells
        }
    }

    private static boolean ignores(String signals) {
        return (Long.parseUnsignedLong(signals, HEXADECIMAL) & BIT) != 0;
    }
}
