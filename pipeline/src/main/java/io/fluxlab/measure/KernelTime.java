package io.fluxlab.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Linux did for this process, and what it did not do for anybody, in steps of 10 ms ({@code proc(5)}: {@code stat} of the
 * process and of the machine, {@code status} of the process). Immutable; the difference of two is what happened in between.
 *
 * @param systemNanos CPU time in the kernel, for all threads of this process
 * @param touchedBytes memory that was used for the first time since the kernel gave it, in pages of 4 KiB: larger ones count
 *     as one of these, so that this is the least
 * @param idleNanos time for which CPUs that the process may use had nothing to do, added up over these
 */
public record KernelTime(long systemNanos, long touchedBytes, long idleNanos) {

    private static final Path PROCESS = Path.of("/proc/self/stat");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on every platform that has a JVM
    private static final long PAGE_BYTES = 4_096;

    /** Fields of the process after its name, which is in brackets and may have anything in it. */
    private static final int MINOR_FAULTS = 7;

    private static final int SYSTEM_TIME = 12;

    /** Which CPUs it may use: {@code 0-3,8}. */
    private static final Pattern ALLOWED = Pattern.compile("^Cpus_allowed_list:\\s*(\\S+)$", Pattern.MULTILINE);

    private static final Pattern CPU = Pattern.compile("cpu(\\d+)");

    /** Fields of a CPU's line. */
    private static final int IDLE = 4;

    private static final int WAITS_FOR_DISK = 5;

    /** As it is now; null where the platform does not tell. */
    public static @Nullable KernelTime now() {
        try {
            return Files.isReadable(PROCESS) && Files.isReadable(MACHINE)
                    ? of(
                            Files.readString(PROCESS, US_ASCII),
                            Files.readString(STATUS, US_ASCII),
                            Files.readString(MACHINE, US_ASCII))
                    : null;
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    static KernelTime of(String process, String status, String machine) {
        List<String> own = fields(process.substring(process.lastIndexOf(')') + 1));
        Matcher allowed = ALLOWED.matcher(status);
        BitSet cpus = allowed.find() ? cpus(allowed.group(1)) : new BitSet();
        return new KernelTime(
                number(own, SYSTEM_TIME) * NANOS_PER_TICK,
                number(own, MINOR_FAULTS) * PAGE_BYTES,
                machine.lines()
                                .map(KernelTime::fields)
                                .filter(line -> isOneOf(cpus, line.get(0)))
                                .mapToLong(line -> number(line, IDLE) + number(line, WAITS_FOR_DISK))
                                .sum()
                        * NANOS_PER_TICK);
    }

    private static BitSet cpus(String list) {
        BitSet cpus = new BitSet();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", 2);
            cpus.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return cpus;
    }

    private static boolean isOneOf(BitSet cpus, String name) {
        Matcher cpu = CPU.matcher(name);
        return cpu.matches() && cpus.get(Integer.parseInt(cpu.group(1)));
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    private static long number(List<String> fields, int index) {
        return Long.parseLong(fields.get(index));
    }

    /** What happened since {@code start}. */
    public KernelTime since(KernelTime start) {
        return new KernelTime(
                systemNanos - start.systemNanos, touchedBytes - start.touchedBytes, idleNanos - start.idleNanos);
    }

    /** Both together. */
    public KernelTime plus(KernelTime more) {
        return new KernelTime(
                systemNanos + more.systemNanos, touchedBytes + more.touchedBytes, idleNanos + more.idleNanos);
    }
}
