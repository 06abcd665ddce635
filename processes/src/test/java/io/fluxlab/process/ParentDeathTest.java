package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.testing.HeedSignals;
import io.fluxlab.testing.MachineTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
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
        endWith((parent, children) -> Signals.send(signal, parent.pid()));
    }

    /** As Ctrl-C in a terminal, a terminal that is closed, and a service that is stopped do it. */
    @ParameterizedTest
    @ValueSource(strings = {"-INT", "-HUP", "-TERM"})
    void aSignalToAllOfThemLeavesNothingEither(String signal) throws Exception {
        endWith((parent, children) -> {
            children.forEach(child -> Signals.send(signal, child.pid()));
            Signals.send(signal, parent.pid());
        });
    }

    private void endWith(BiConsumer<Process, List<ProcessHandle>> end) throws Exception {
        Process parent = new ProcessBuilder(HeedSignals.in(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedParent.class.getName())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            List<ProcessHandle> children = List.of(child(output), child(output));
            assertThat(children).allMatch(ProcessHandle::isAlive);
            assertThat(left()).isNotEmpty();

            end.accept(parent, children);

            MachineTime.within(Duration.ofSeconds(5), () -> assertThat(children).noneMatch(ProcessHandle::isAlive));
            MachineTime.within(Duration.ofSeconds(5), () -> assertThat(left()).isEmpty());
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
