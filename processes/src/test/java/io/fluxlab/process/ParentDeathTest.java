package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parent that dies takes its children along, and what they have left in the file system. */
class ParentDeathTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-KILL", "-TERM", "-INT"})
    void noChildOutlivesItsParent(String signal) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedParent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            List<ProcessHandle> children = List.of(child(output), child(output));
            assertThat(children).allMatch(ProcessHandle::isAlive);
            assertThat(left()).isNotEmpty();

            Signals.send(signal, parent.pid());

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(left()).isEmpty());
        } finally {
            parent.destroyForcibly();
        }
    }

    private static ProcessHandle child(BufferedReader output) throws IOException {
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
