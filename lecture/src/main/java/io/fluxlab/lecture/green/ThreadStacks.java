package io.fluxlab.lecture.green;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of platform threads in Linux's map of the process. The resident memory of the process as a whole won't do: the
 * heap gives back and takes more than thousands of threads need. A stack is told by its size, less the guard pages at its
 * end.
 */
final class ThreadStacks {

    private static final Path MAP = Path.of("/proc/self/smaps");
    private static final Pattern LINE = Pattern.compile("(Size|Rss): +(\\d+) kB");
    private static final int GUARD_KILOBYTES = 64;

    private ThreadStacks() {}

    /** How much of all stacks is in memory; null where there is no such map. */
    static @Nullable Long residentBytes() {
        if (!Files.isReadable(MAP)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(MAP, StandardCharsets.ISO_8859_1)) {
            Sum sum = new Sum(stackKilobytes());
            lines.forEach(sum::read);
            return sum.residentKilobytes * 1024;
        } catch (IOException e) {
            return null;
        }
    }

    private static long stackKilobytes() {
        return Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("ThreadStackSize")
                .getValue());
    }

    /** Over mappings that are as large as a stack; each says its size before what of it is resident. */
    private static final class Sum {
        private final long stackKilobytes;
        private boolean inStack;
        private long residentKilobytes;

        Sum(long stackKilobytes) {
            this.stackKilobytes = stackKilobytes;
        }

        void read(String line) {
            Matcher figure = LINE.matcher(line);
            if (!figure.matches()) {
                return;
            }
            long kilobytes = Long.parseLong(figure.group(2));
            if (figure.group(1).equals("Size")) {
                inStack = kilobytes <= stackKilobytes && kilobytes >= stackKilobytes - GUARD_KILOBYTES;
            } else if (inStack) {
                residentKilobytes += kilobytes;
            }
        }
    }
}
