package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.server.http.AllowedHosts;
import io.rsocket.core.RSocketConnector;
import io.rsocket.transport.ClientTransport;
import io.rsocket.util.DefaultPayload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A crowd from the same address holds connections, with default limits: clients over TCP and WebSocket are served on. */
class CrowdTest {

    /** More than there may be of any kind. */
    private static final int CROWD = 400;

    private static final int CLIENTS = 20;
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GuardedTransport server = GuardedTransport.of(
            TransportLimits.defaults(), (setup, peer) -> Mono.just(new Responder()), new TransportListener() {});
    private final List<AutoCloseable> crowd = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private InetSocketAddress tcp;
    private InetSocketAddress http;

    @BeforeEach
    void listen() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        tcp = Objects.requireNonNull(server.listenTcp(any).block(PATIENCE));
        http = Objects.requireNonNull(
                server.listenHttp(any, AllowedHosts.of(List.of()), pages -> {}).block(PATIENCE));
    }

    @AfterEach
    void close() throws Exception {
        over.set(true);
        for (AutoCloseable each : crowd) {
            each.close();
        }
        server.close().block(PATIENCE);
    }

    /** Each client connects anew, asks once, and goes; the clock is for a machine that is busy with other things. */
    private void assertClientsAreServed() {
        for (int i = 0; i < CLIENTS; i++) {
            assertServed(Wire.TCP.client(tcp));
            assertServed(Wire.WEBSOCKET.client(http));
        }
    }

    private static void assertServed(ClientTransport transport) {
        assertThat(exchange(transport).block(PATIENCE)).isEqualTo(10);
    }

    private static Mono<Long> exchange(ClientTransport transport) {
        return RSocketConnector.create()
                .connect(transport)
                .flatMap(client -> client.requestStream(DefaultPayload.create(Responder.TEN))
                        .count()
                        .doFinally(signal -> client.dispose()));
    }

    private <T extends AutoCloseable> List<T> gather(InetSocketAddress address, Function<InetSocketAddress, T> member) {
        List<T> members = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            members.add(member.apply(address));
        }
        crowd.addAll(members);
        return members;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /rsocket HTTP/1.1\r\nHost: localhost\r\nX: ",
                "POST /rsocket HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
                "GET /rsocket HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void requestsThatComeAByteAtATimeKeepNobodyOut(String beginning) {
        List<RawHttpPeer> members = gather(http, RawHttpPeer::new);
        members.forEach(member -> member.send(beginning));
        CompletableFuture<Void> trickle = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                members.forEach(member -> member.send("x"));
            }
        });
        assertClientsAreServed();
        over.set(true);
        trickle.join();
    }

    @Test
    void connectionsWithoutSetUpKeepNobodyOut() {
        gather(tcp, RawTcpPeer::new);
        assertClientsAreServed();
    }

    @Test
    void webSocketsWithoutSetUpKeepNobodyOut() {
        gather(
                http,
                address -> new RawHttpPeer(address)
                        .request("GET /rsocket HTTP/1.1", HttpFixture.withUpgrade("Host: localhost")));
        assertClientsAreServed();
    }

    /** It may come faster than a client says what it wants; who tries again gets in. */
    @Test
    void aCrowdThatComesAgainAndAgainKeepsNobodyOut() {
        CompletableFuture<Void> again = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                try (RawHttpPeer one = new RawHttpPeer(http);
                        RawTcpPeer other = new RawTcpPeer(tcp)) {
                    one.send("G");
                    other.sendBytes(new byte[1]);
                }
            }
        });
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(exchange(Wire.TCP.client(tcp)).retry(ATTEMPTS).block(PATIENCE))
                    .isEqualTo(10);
            assertThat(exchange(Wire.WEBSOCKET.client(http)).retry(ATTEMPTS).block(PATIENCE))
                    .isEqualTo(10);
        }
        over.set(true);
        again.join();
    }
}
