package io.fluxlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * What this process has open beside files, as the kernel tells: sockets, each with its addresses and state where it is one
 * of TCP, pipes, and selectors. Empty where there is no {@code /proc}.
 */
final class Descriptors {

    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final String LISTENING = "0A";

    private Descriptors() {}

    static Set<String> open() {
        if (!Files.isDirectory(OPEN)) {
            return new HashSet<>();
        }
        Map<String, String> sockets = tcpSockets();
        Map<String, Integer> alike = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (String target : targets()) {
            if (target.startsWith("anon_inode:")) { // selectors have no number of their own
                open.add(target + " " + alike.merge(target, 1, Integer::sum));
            } else if (!target.startsWith("/")) {
                open.add(sockets.getOrDefault(target, target));
            }
        }
        return open;
    }

    private static List<String> targets() {
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

    /** By the text that a descriptor's link has. */
    private static Map<String, String> tcpSockets() {
        Map<String, String> sockets = new HashMap<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(columns -> {
                    String socket = "socket:[" + columns[9] + "]";
                    String state = columns[3].equals(LISTENING) ? "listening" : "in state " + columns[3];
                    sockets.put(socket, "%s of TCP, %s, %s to %s".formatted(socket, state, columns[1], columns[2]));
                });
            } catch (IOException e) {
                continue; // there may be no IPv6
            }
        }
        return sockets;
    }
}
