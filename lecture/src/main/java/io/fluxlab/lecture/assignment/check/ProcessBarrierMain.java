package io.fluxlab.lecture.assignment.check;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that waits in front of a student's program: writes a file named as its process into a folder, and goes on once so many
 * have done that and a file {@code open} is there, or after some time, which leaves a file {@code alone}.
 */
final class ProcessBarrierMain {

    static final String OPEN = "open";
    static final String ALONE = "alone";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_MILLIS = 10;

    private ProcessBarrierMain() {}

    /** The arguments: the folder, how many, the program, and its own arguments. */
    public static void main(String[] args) throws Exception {
        List<String> all = List.of(args);
        Path folder = Path.of(all.get(0));
        int parties = Integer.parseInt(all.get(1));
        Files.createFile(folder.resolve(String.valueOf(ProcessHandle.current().pid())));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count(folder) < parties || !Files.exists(folder.resolve(OPEN))) {
            if (Files.exists(folder.resolve(ALONE)) || System.nanoTime() - end > 0) {
                Files.writeString(folder.resolve(ALONE), "");
                break;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        String[] own = all.subList(3, all.size()).toArray(String[]::new);
        Method main = Class.forName(all.get(2)).getMethod("main", String[].class);
        main.invoke(null, (Object) own);
    }

    static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("\\d+"))
                    .count();
        }
    }
}
