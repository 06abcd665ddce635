package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.UnixOperatingSystemMXBean;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.wire.ErrorBody;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** How a server comes and goes. */
class StopTest extends ServerFixture {

    private static final Map<String, Object> ENDLESS = Client.sleeps(1, 3_600_000, "virtual");

    private static final int STARTS = 20;

    private final LabServer server = serve(ServerLimits.defaults());
    private final Client client = client(server);

    private CompletableFuture<JsonNode> start(Map<String, Object> request) {
        int before = server.runs();
        CompletableFuture<JsonNode> end =
                client.stream("lab.run", request).last().toFuture();
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(before + 1));
        return end;
    }

    private static void assertClosed(InetSocketAddress address) {
        assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aRunThatEndsWithinTheGracePeriodEndsWell() {
        CompletableFuture<JsonNode> end = start(Client.sleeps(1, 500, "virtual"));
        server.stop(Duration.ofSeconds(10)).block(PATIENCE);
        assertThat(end.join().get("status").asText()).isEqualTo("completed");
    }

    @Test
    void aRunThatGoesOnIsCancelledAndSaysSo() {
        CompletableFuture<JsonNode> first = start(ENDLESS);
        CompletableFuture<JsonNode> second = start(ENDLESS);
        server.stop(Duration.ofMillis(100)).block(PATIENCE);
        for (CompletableFuture<JsonNode> end : List.of(first, second)) {
            assertThat(end.join().get("type").asText()).isEqualTo("run-finished");
            assertThat(end.join().get("status").asText()).isEqualTo("cancelled");
        }
        assertThat(server.runs()).isZero();
    }

    @Test
    void aComparisonThatGoesOnEndsWithTheReason() {
        Map<String, Object> request = Map.of(
                "workload",
                "sleep",
                "lanes",
                List.of("virtual"),
                "parameters",
                Client.sleeps(1, 60_000, "").get("parameters"));
        CompletableFuture<JsonNode> error =
                CompletableFuture.supplyAsync(() -> errorOf(client.stream("lab.compare", request), ErrorBody.REJECTED));
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(1));
        server.stop(Duration.ofMillis(100)).block(PATIENCE);
        assertThat(error.join().get("code").asText()).isEqualTo("server-stopping");
    }

    @Test
    void noRunStartsWhileTheServerStops() {
        start(ENDLESS);
        Mono<Void> stopped = server.stop(Duration.ofSeconds(2));
        CompletableFuture<Void> end = stopped.toFuture();
        await().untilAsserted(() -> {
            JsonNode error = errorOf(client.stream("lab.run", ENDLESS), ErrorBody.REJECTED);
            assertThat(error.get("code").asText()).isEqualTo("server-stopping");
        });
        assertServed(client);
        assertClosed(server.address());
        end.join();
        assertThat(client.rsocket().isDisposed()).isTrue();
    }

    @Test
    void stoppingTwiceIsStoppingOnce() {
        server.stop(Duration.ZERO).block(PATIENCE);
        server.stop(Duration.ofDays(1)).block(PATIENCE);
        assertClosed(server.httpAddress());
    }

    @Test
    void aServerThatFindsAPortTakenListensOnNeither() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            ServerSettings settings = settings().withPorts(port, taken.getLocalPort());
            assertThatThrownBy(
                            () -> LabServer.start(LocalLab.create(), settings).block(PATIENCE))
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void aStartThatIsCancelledLeavesNothingOpen() {
        cancelStart(1);
        long before = descriptors();
        cancelStart(STARTS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(descriptors()).isLessThan(before + STARTS));
    }

    private static void cancelStart(int times) {
        for (int i = 0; i < times; i++) {
            LabServer.start(LocalLab.create(), settings())
                    .flatMap(started -> started.stop(Duration.ZERO))
                    .subscribe()
                    .dispose();
        }
    }

    private static long descriptors() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
    }

    @Test
    void aHostThatIsNotKnownIsNamed() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> LabServer.start(LocalLab.create(), settings().withHost("nowhere.invalid"))
                        .block(PATIENCE))
                .withMessage("host must be a name or address of this machine, was nowhere.invalid");
    }
}
