package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that ends the JVM in which the command runs does not end the command with a status of its own. */
class ExitingCodeIT {

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void writeSource() throws IOException {
        file = Files.writeString(folder.resolve("Orders.java"), """
                        class Orders {
                            static int parse() {
                                System.exit(0);
                                return 1;
                            }
                        }
                        """).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare %s --lanes immediate,virtual --fail-if virtual.speedup<100",
                "run %s --lane parallel",
                "run %s --lane virtual",
                "explain %s --lanes immediate",
                "capacity %s --lanes virtual --slo p99<1s"
            })
    void aCallOfExitIsAFailureThatIsTold(String line) throws Exception {
        try (var process =
                FluxlabProcess.start(folder, line.formatted(file + "::parse").split(" "))) {
            assertThat(process.status()).isEqualTo(1);
            assertThat(process.err())
                    .endsWith(
                            "fluxlab: the code under test has called System.exit(0) at Orders.parse(Orders.java:3)\n");
        }
    }

    @Test
    void aSignalThatEndsTheJvmIsNoCallOfExit() throws Exception {
        try (var process = FluxlabProcess.start(
                folder, "run", "sleep", "-p", "minMillis=3600000", "-p", "maxMillis=3600000", "--json")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> process.out().contains("task-started"));
            process.signal("TERM");

            assertThat(process.status()).isEqualTo(143);
            assertThat(process.err()).isEmpty();
        }
    }
}
