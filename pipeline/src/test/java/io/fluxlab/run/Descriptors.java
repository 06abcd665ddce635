package io.fluxlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What this process has open beside files, as the kernel tells: sockets, those that listen too, pipes and selectors.
 * Nothing where there is no {@code /proc}.
 */
final class Descriptors {

    private static final Path OPEN = Path.of("/proc/self/fd");

    static {
        openWhatJavaKeeps();
    }

    private Descriptors() {}

    /** Java itself keeps a socket from the first channel on, to close others with. */
    private static void openWhatJavaKeeps() {
        try {
            SocketChannel.open().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> open() {
        Map<String, Integer> alike = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (String target : targets()) {
            if (target.startsWith("anon_inode:")) { // selectors have no number of their own
                open.add(target + " " + alike.merge(target, 1, Integer::sum));
            } else if (!target.startsWith("/")) {
                open.add(target);
            }
        }
        return open;
    }

    private static List<String> targets() {
        if (!Files.isDirectory(OPEN)) {
            return List.of();
        }
        try (Stream<Path> descriptors = Files.list(OPEN)) {
            return descriptors.map(Descriptors::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "/closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
