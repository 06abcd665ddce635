package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.process.child.Children;
import io.fluxlab.testing.MachineTime;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Files in memory that a parent and its children share go with them. */
class SharedFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areNobodyElsesAndGoWithTheChildren() throws Exception {
        Path memory = Children.during(children -> children.memory()
                        .flatMap(found -> Mono.fromCallable(() -> Files.writeString(found.resolve("shared"), "x"))
                                .map(file -> {
                                    assertThat(found).satisfies(SharedFilesTest::isPrivate);
                                    return found;
                                })))
                .blockLast();

        assertThat(memory).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-KILL", "-TERM"})
    void goWhereTheParentDies(String signal) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedSharer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            Path file = Path.of(output.readLine());
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(file).exists();

            Signals.send(signal, parent.pid());

            MachineTime.within(Duration.ofSeconds(5), () -> {
                assertThat(child.isAlive()).isFalse();
                assertThat(file.getParent()).doesNotExist();
            });
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void isPrivate(Path found) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
                .isEqualTo("rwx------");
    }
}
