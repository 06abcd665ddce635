package io.fluxlab.lecture.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory that Linux gives to threads: the resident part of their stacks, and the stacks that the kernel runs on for
 * them. The resident memory of the process as a whole won't do: the heap gives back and takes more than thousands of
 * threads need. A stack is told by its size, less the guard pages at its end; what the kernel needs is known for the whole
 * machine only, so that others' threads blur it a little.
 */
final class ThreadStacks {

    private static final Path MAP = Path.of("/proc/self/smaps");
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Pattern FIGURE = Pattern.compile("(Size|Rss|KernelStack): +(\\d+) kB");
    private static final int GUARD_KILOBYTES = 64;

    private ThreadStacks() {}

    /** How much memory they take now; null where the platform does not tell. */
    static @Nullable Long bytes() {
        if (!Files.isReadable(MAP) || !Files.isReadable(MACHINE)) {
            return null;
        }
        try (Stream<String> map = Files.lines(MAP, ISO_8859_1);
                Stream<String> machine = Files.lines(MACHINE, ISO_8859_1)) {
            Sum sum = new Sum(stackKilobytes());
            map.forEach(sum::read);
            machine.forEach(sum::read);
            return sum.kilobytes * 1024;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    /** How many threads the process has, by the system's count: a thread that has ended for Java may linger; 0 where unknown. */
    static long threads() {
        if (!Files.isReadable(TASKS)) {
            return 0;
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long stackKilobytes() {
        return Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("ThreadStackSize")
                .getValue());
    }

    /** Over mappings that are as large as a stack, each of which says its size first, and the kernel's stacks. */
    private static final class Sum {
        private final long stackKilobytes;
        private boolean inStack;
        private long kilobytes;

        Sum(long stackKilobytes) {
            this.stackKilobytes = stackKilobytes;
        }

        void read(String line) {
            Matcher figure = FIGURE.matcher(line);
            if (!figure.matches()) {
                return;
            }
            long value = Long.parseLong(figure.group(2));
            switch (figure.group(1)) {
                case "Size" -> inStack = value <= stackKilobytes && value >= stackKilobytes - GUARD_KILOBYTES;
                case "Rss" -> kilobytes += inStack ? value : 0;
                default -> kilobytes += value;
            }
        }
    }
}
