package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.server.quota.Quota;
import io.fluxlab.server.quota.Sharing;
import io.fluxlab.wire.ErrorBody;
import io.fluxlab.wire.WireFormat;
import io.rsocket.transport.netty.client.TcpClientTransport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.tcp.TcpClient;

/** That nobody keeps the others out, whoever came first. */
class FairnessTest extends ServerFixture {

    private static final Map<String, Object> ENDLESS = Client.sleeps(1, 3_600_000, "virtual");
    private static final Map<String, Object> SHORT = Client.sleeps(1, 1, "virtual");
    private static final Sharing IMPATIENT = Sharing.defaults().withWaiting(0, Duration.ZERO);

    private final ServerLimits limits = ServerLimits.defaults();

    /** A client at another address of this machine. */
    private Client client(LabServer server, String from) {
        return client(
                TcpClientTransport.create(TcpClient.newConnection()
                        .bindAddress(() -> new InetSocketAddress(from, 0))
                        .remoteAddress(server::address)),
                WireFormat.JSON);
    }

    private static void start(Client client, int runs) {
        for (int i = 0; i < runs; i++) {
            client.stream("lab.run", ENDLESS).subscribe(event -> {}, error -> {});
        }
    }

    private static String statusOf(Client client) {
        return last(client.stream("lab.run", SHORT)).get("status").asText();
    }

    private static JsonNode refusal(Client client) {
        return errorOf(client.stream("lab.run", SHORT), ErrorBody.REJECTED);
    }

    @Test
    void sixteenEndlessRunsFromFourConnectionsKeepNobodyOut() {
        LabServer server = serve(limits.withSharing(IMPATIENT));
        IntStream.range(0, 4).forEach(each -> start(client(server), 4));
        await().untilAsserted(() -> assertThat(server.runs()).isBetween(10, 12));
        assertThat(statusOf(client(server))).as("at the same address").isEqualTo("completed");
        assertThat(statusOf(client(server, "127.0.0.2"))).as("elsewhere").isEqualTo("completed");
    }

    @Test
    void connectionsWithoutEndFromOneAddressLeaveOthersTheirPart() {
        LabServer server = serve(limits.withSharing(IMPATIENT));
        IntStream.range(0, 30).forEach(each -> start(client(server), 4));
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(12));
        Client here = client(server);
        assertThat(refusal(here).get("message").asText())
                .startsWith("runsAtOnce of address 127.0.0.1 must be at most 12 while others may come, was 13");
        assertThat(refusal(here).get("code").asText()).isEqualTo("quota-exceeded");
        for (int address = 2; address < 5; address++) {
            assertThat(statusOf(client(server, "127.0.0." + address))).isEqualTo("completed");
        }
    }

    @Test
    void thoseThatWaitHaveTheirTurnHoweverManyOneAsksFor() {
        LabServer server = serve(limits.withRuns(100, 1)
                .withSharing(Sharing.defaults().withSharePercent(90).withWaiting(200, Duration.ofSeconds(15))));
        Client greedy = client(server);
        List<String> done = new ArrayList<>();
        Map<String, Object> brief = Client.sleeps(1, 20, "virtual");
        Disposable flood = Flux.range(0, 60)
                .flatMap(each -> greedy.stream("lab.run", brief).takeLast(1).doOnNext(end -> done.add("greedy")), 60)
                .subscribe(end -> {}, error -> {});
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(1));
        assertThat(statusOf(client(server, "127.0.0.2"))).isEqualTo("completed");
        assertThat(done.size())
                .as("runs of the greedy before the other's only one")
                .isLessThan(30);
        flood.dispose();
    }

    @Test
    void runsThatWaitAreRefusedWhenTheServerStops() {
        LabServer server = serve(limits.withRuns(4, 1));
        start(client(server), 1);
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(1));
        Flux<JsonNode> waiting = client(server).stream("lab.run", SHORT).cache();
        waiting.subscribe(event -> {}, error -> {});
        server.stop(Duration.ofSeconds(2)).subscribe(nothing -> {}, error -> {});
        assertThat(errorOf(waiting, ErrorBody.REJECTED).get("code").asText()).isEqualTo("server-stopping");
    }

    @Test
    void streamsOfOneAddressAreCounted() {
        Quota two = Quota.NONE.withStreams(2);
        LabServer server = serve(limits.withSharing(IMPATIENT.withQuotas(Quota.NONE, two)));
        start(client(server), 2);
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(2));
        JsonNode refusal = errorOf(client(server).stream("lab.lanes", null), ErrorBody.REJECTED);
        assertThat(refusal.get("message").asText())
                .isEqualTo("streams of address 127.0.0.1 must be at most 2, was 3; it is free when one of them ends");
        assertServed(client(server, "127.0.0.2"));
    }

    @Test
    void cpuTimeIsChargedWhileARunGoesOn() {
        Quota cpu = Quota.NONE.withCpuPerHour(Duration.ofMillis(500));
        LabServer server = serve(limits.withSharing(IMPATIENT.withQuotas(Quota.NONE, cpu)));
        Client burning = client(server);
        Map<String, Object> primes =
                Map.of("workload", "primes", "lane", "parallel", "parameters", Map.of("to", 1_000_000_000_000L));
        burning.stream("lab.run", primes).subscribe(event -> {}, error -> {});
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(refusal(burning).get("message").asText())
                        .startsWith("cpuSecondsPerHour of address"));
        assertThat(server.runs()).as("the run itself goes on").isEqualTo(1);
        assertThat(statusOf(client(server, "127.0.0.2"))).isEqualTo("completed");
    }
}
