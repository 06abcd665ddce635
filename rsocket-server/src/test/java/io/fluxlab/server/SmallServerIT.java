package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.server.SmallServerProcess.Memory;
import io.fluxlab.server.transport.Attacker;
import io.fluxlab.server.transport.SharedLimits;
import io.fluxlab.server.transport.TransportLimits;
import io.fluxlab.wire.WireFormat;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of 256 MB, in a process of its own, goes on serving while it is attacked. */
@Timeout(240)
class SmallServerIT extends ServerFixture {

    private static final Duration STALL = Duration.ofSeconds(30);
    private static final int SURPLUS = 100_000;
    private static final int STREAMS =
            ServerLimits.defaults().transport().requests().streamsPerConnection();
    private static final long MEGABYTE = 1 << 20;
    private static final int CROWD = 200;
    private static final int LARGE = 60 * 1024;

    /** Dear to read, and wrong. */
    private static final String DEAR = ranges("{}");

    /** Dear to keep, and all right: it waits for a turn. */
    private static final String LEGAL = ranges("\"3-5\"");

    private SmallServerProcess server;
    private Client other;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServerProcess("256m");
        other = client(tcp(server.address()), WireFormat.JSON);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static String ranges(String each) {
        String all = (each + ",").repeat(LARGE / (each.length() + 1)) + each;
        return "{\"workload\":\"primes\",\"lane\":\"virtual\",\"parameters\":{\"ranges\":[" + all + "]}}";
    }

    private static void assertRuns(Client client) {
        assertThat(last(client.stream("lab.run", Client.sleeps(10, 5, "virtual")))
                        .get("status")
                        .asText())
                .isEqualTo("completed");
    }

    private static void assertModest(Memory now) {
        assertThat(now.heapBytes()).as("heap").isLessThan(128 * MEGABYTE);
        assertThat(now.directBytes()).as("direct memory").isLessThan(64 * MEGABYTE);
    }

    @Test
    void othersAreServedWhileClientsAskForEverythingAndReadNothing() throws Exception {
        Client browser = client(
                WebsocketClientTransport.create(
                        URI.create("ws://127.0.0.1:" + server.httpAddress().getPort() + "/rsocket")),
                WireFormat.JSON);
        Map<String, Object> flood = Map.of("workload", "flood", "lane", "parallel");
        int runs = ServerLimits.defaults().runsPerConnection();
        List<Memory> memory = new ArrayList<>();
        try (Attacker tcp = Attacker.tcp(server.address());
                Attacker webSocket = Attacker.webSocket(server.httpAddress())) {
            for (int run = 0; run < runs; run++) {
                tcp.askForEverything("lab.run", flood);
                webSocket.askForEverything("lab.run", flood);
            }
            Instant end = Instant.now().plus(STALL);
            while (Instant.now().isBefore(end)) {
                assertRuns(other);
                assertRuns(browser);
                memory.add(server.memory());
            }
            assertThat(server.memory().runs()).as("runs that wait").isEqualTo(2 * runs);
            assertThat(tcp.receivesMore()).isTrue();
            assertThat(webSocket.receivesMore()).isTrue();
        }
        assertThat(memory).allSatisfy(SmallServerIT::assertModest);
    }

    /** So many connections, each with so much of one thing as it may have; those that have to go are ended meanwhile. */
    @Test
    void othersAreServedWhileEveryConnectionHoldsWhatItCan() throws IOException {
        TransportLimits transport = ServerLimits.defaults().transport().withShared(SharedLimits.ofHeap(256 * MEGABYTE));
        ServerLimits limits = ServerLimits.defaults().withTransport(transport);
        server.close();
        server = new SmallServerProcess("256m", SmallServer.WITHOUT_QUOTAS);
        other = client(tcp(server.address()), WireFormat.JSON);
        long before = bytes(server.memory());
        List<Attacker> attackers = new ArrayList<>();
        AtomicInteger ended = new AtomicInteger();
        try {
            for (int i = 0; i < CROWD; i++) {
                Attacker attacker =
                        i % 2 == 0 ? Attacker.tcp(server.address()) : Attacker.webSocket(server.httpAddress());
                attackers.add(attacker);
                int index = i;
                unlessEnded(ended, () -> {
                    switch (index / 2 % 4) {
                        case 0 -> attacker.open(STREAMS - 1).join();
                        case 1 -> attacker.begin(2, LARGE);
                        case 2 -> attacker.send(8, "lab.run", DEAR);
                        default -> attacker.send(8, "lab.run", LEGAL);
                    }
                });
                if (i % 20 == 0) {
                    assertRuns(other);
                }
            }
            assertRuns(other);
            long held = bytes(server.memory()) - before;
            assertThat(held).isBetween(MEGABYTE, limits.worstCaseBytes());
            attackers.forEach(
                    attacker -> unlessEnded(ended, () -> attacker.open(2).join()));
            assertThat(ended).hasPositiveValue();
            assertRuns(other);
        } finally {
            attackers.forEach(Attacker::close);
        }
    }

    private static long bytes(Memory memory) {
        return memory.heapBytes() + memory.directBytes();
    }

    private static void unlessEnded(AtomicInteger ended, Runnable attack) {
        try {
            attack.run();
        } catch (CompletionException | UncheckedIOException e) {
            ended.incrementAndGet();
        }
    }

    @Test
    void othersAreServedWhileOneConnectionOpensAHundredThousandStreams() {
        try (Attacker attacker = Attacker.tcp(server.address())) {
            CompletableFuture<Void> sent = attacker.open(SURPLUS);
            for (int refused = 0; refused < SURPLUS - STREAMS; refused++) {
                assertThat(attacker.nextError().orElse("the connection was closed"))
                        .startsWith("{\"code\":\"limit-exceeded\",\"message\":\"streamsPerConnection must be at most ");
                if (refused % 10_000 == 0) {
                    assertRuns(other);
                    assertModest(server.memory());
                }
            }
            sent.join();
            attacker.cancelFirst();
            attacker.open(2).join();
            assertThat(attacker.nextError())
                    .hasValueSatisfying(error -> assertThat(error).contains("streamsPerConn"));
            assertRuns(other);
        }
    }
}
