package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments: whoever is left says what happened, and nothing else is left. It takes minutes, and
 * runs where it is told how often: {@code -Dkills=100}.
 */
@EnabledIfSystemProperty(named = "kills", matches = "[0-9]+")
@Timeout(3600)
class KilledIT {

    private static final int KILLS = Integer.getInteger("kills", 10);

    /** From the start of the command: before it is connected, while it is, and while tasks run. */
    private static final int LATEST_MILLIS = 2500;

    private static final String[] LONG_RUN = {
        "run", "sleep", "-p", "tasks=4", "-p", "minMillis=600000", "-p", "maxMillis=600000"
    };

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private ServeProcess server;

    @BeforeEach
    void serve() throws IOException {
        server = ServeProcess.start(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClientThatIsKilledLeavesNothingAtItsServer() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (FluxlabProcess client = client(i, LONG_RUN)) {
                atSomeMoment(client);
                client.signal("KILL");
                assertThat(client.status()).as(context(i)).isEqualTo(137);
            }
            server.awaitNothingLeft(server.children());
        }
        assertServes();
    }

    @Test
    void aServerThatIsKilledIsMissedByItsClientsAndReplacedAtOnce() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (FluxlabProcess client = client(i, LONG_RUN)) {
                atSomeMoment(client);
                List<ProcessHandle> children = server.children();
                server.kill();
                try (ServeProcess next = ServeProcess.start(folder, server.port(), server.httpPort())) {
                    next.kill(); // for a client that was slow to start may have found this one
                }
                assertThat(client.status()).as(context(i) + client.err()).isEqualTo(ExitStatus.UNREACHABLE);
                assertThat(client.err()).contains("fluxlab: ");
                server.awaitNothingLeft(children);
                server = ServeProcess.start(folder, server.port(), server.httpPort());
            }
        }
        assertServes();
    }

    @Test
    void aChildThatIsKilledIsReplacedOrNamed() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (FluxlabProcess client = client(
                    2, "run", "sleep", "-p", "tasks=20", "-p", "minMillis=100", "-p", "maxMillis=100", "--json")) {
                await("a child of " + context(i))
                        .atMost(ServeProcess.PATIENCE)
                        .until(() -> !server.children().isEmpty() || !client.isAlive());
                Thread.sleep(random.nextInt(1000));
                List<ProcessHandle> children = server.children();
                children.stream()
                        .skip(random.nextInt(Math.max(1, children.size())))
                        .findFirst()
                        .ifPresent(ProcessHandle::destroyForcibly);
                int status = client.status();
                // a run that can't even begin has no events: what has happened is told on standard error
                assertThat(client.out() + client.err())
                        .as(context(i) + "status " + status)
                        .containsPattern(
                                switch (status) {
                                    case ExitStatus.DONE -> "\"status\":\"completed\"";
                                    case ExitStatus.FAILED -> "process-failed|child process";
                                    // a client that the machine gave no time to set its connection up
                                    case ExitStatus.UNREACHABLE -> "firstFrameMillis must be at most";
                                    default -> "a known status";
                                });
            }
            server.awaitNothingLeft(server.children());
        }
        assertServes();
    }

    /** Over TCP and WebSocket, in the server and in its children, in turn. */
    private FluxlabProcess client(int turn, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--server", turn % 2 == 0 ? server.tcp() : server.webSocket()));
        all.addAll(List.of("--lane", turn % 4 < 2 ? "virtual" : "process:processes=2"));
        return FluxlabProcess.start(folder, all.toArray(String[]::new));
    }

    private void atSomeMoment(FluxlabProcess client) throws InterruptedException {
        Thread.sleep(random.nextInt(LATEST_MILLIS));
        assertThat(client.isAlive()).as(client.err()).isTrue();
    }

    private String context(int kill) {
        return "kill " + kill + " of seed " + seed + " ";
    }

    private void assertServes() {
        assertThat(CommandRun.of("run", "primes", "-p", "to=10", "--server", server.tcp())
                        .status())
                .isZero();
    }
}
