package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.rsocket.SocketAcceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** When a client connects, and what becomes of its streams when it can't, or no longer is. */
class ConnectionTest {

    private final FakeLab lab = FakeLab.answering(Flux.just(Events.STARTED).concatWith(Flux.never()));

    @Test
    void nothingConnectsBeforeAStreamIsSubscribed() {
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"))) {
            var run = client.run(Events.REQUEST);
            assertThat(server.connections()).isZero();

            StepVerifier.create(run).expectNextCount(1).thenCancel().verify();
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void streamsShareOneConnection() {
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"))) {
            var run = client.run(Events.REQUEST).take(1);
            StepVerifier.create(Flux.merge(run, run, run)).expectNextCount(3).verifyComplete();
            StepVerifier.create(run).expectNextCount(1).verifyComplete();

            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void brokenConnectionFailsItsStreamsAndTheNextSubscriptionConnectsAnew() {
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.run(Events.REQUEST))
                    .expectNext(Events.STARTED)
                    .then(server::breakConnections)
                    .verifyErrorSatisfies(unreachable(server.uri("tcp"), "the connection to tcp://127.0.0.1:"));

            StepVerifier.create(client.run(Events.REQUEST))
                    .expectNextCount(1)
                    .thenCancel()
                    .verify();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void labThatComesUpLaterIsReachedByTheNextSubscription() throws IOException {
        int port = freePort();
        URI uri = URI.create("tcp://127.0.0.1:" + port);
        try (var client = LabClient.connect(uri)) {
            StepVerifier.create(client.lanes())
                    .verifyErrorSatisfies(unreachable(uri, uri + " can't be reached: Connection refused: "));

            try (var server = FakeServer.tcp(port, SocketAcceptor.with(lab))) {
                StepVerifier.create(client.lanes().take(1)).expectNextCount(1).verifyComplete();
                assertThat(server.connections()).isOne();
            }
        }
    }

    @Test
    void labOfThisJvmThatDoesNotExistIsUnreachable() {
        var uri = URI.create("local:nobody");
        try (var client = LabClient.connect(uri)) {
            StepVerifier.create(client.lanes()).verifyErrorSatisfies(unreachable(uri, "nobody"));
        }
    }

    @Test
    void peerThatNeverAnswersTheHandshakeIsGivenUp() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("ws://127.0.0.1:" + mute.getLocalPort());
            var options = ClientOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(100));
            try (var client = LabClient.connect(uri, options)) {
                StepVerifier.create(client.lanes())
                        .verifyErrorSatisfies(unreachable(uri, uri + " can't be reached: no connection within 100 ms"));
            }
        }
    }

    @Test
    void peerThatFallsSilentIsLost() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("tcp://127.0.0.1:" + mute.getLocalPort());
            var options = ClientOptions.DEFAULT.withKeepAlive(Duration.ofMillis(20), Duration.ofMillis(60));
            try (var client = LabClient.connect(uri, options)) {
                StepVerifier.create(client.lanes())
                        .verifyErrorSatisfies(unreachable(uri, "the connection to " + uri + " was lost: "));
            }
        }
    }

    @Test
    void closeCancelsRunsAndEndsTheirStreamsAndTheThread() {
        try (var server = FakeServer.tcp(lab)) {
            var client = LabClient.connect(server.uri("tcp"));
            StepVerifier.create(client.run(Events.REQUEST))
                    .expectNextCount(1)
                    .then(client::close)
                    .verifyErrorSatisfies(unreachable(server.uri("tcp"), "was closed"));

            await().untilAsserted(() -> assertThat(lab.cancelled()).isOne());
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("fluxlab-client")));
        }
    }

    @Test
    void closeEndsAnAttemptToConnect() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("ws://127.0.0.1:" + mute.getLocalPort());
            var client = LabClient.connect(uri);
            StepVerifier.create(client.lanes())
                    .expectSubscription()
                    .then(client::close)
                    .verifyErrorSatisfies(unreachable(uri, "the client of " + uri + " was closed"));
        }
    }

    @Test
    void closedClientConnectsNoMore() {
        try (var server = FakeServer.tcp(lab)) {
            var client = LabClient.connect(server.uri("tcp"));
            StepVerifier.create(client.disposeLater()).verifyComplete();
            StepVerifier.create(client.disposeLater()).verifyComplete();

            assertThat(client.isDisposed()).isTrue();
            StepVerifier.create(client.lanes()).verifyErrorSatisfies(unreachable(server.uri("tcp"), "was closed"));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void closeOfAClientThatWasNeverUsedIsHarmless() {
        assertThatCode(() -> LabClient.connect("tcp://lab.example").close()).doesNotThrowAnyException();
    }

    private static Consumer<Throwable> unreachable(URI uri, String message) {
        return error -> assertThat(error)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        UnreachableLabException.class,
                        unreachable -> assertThat(unreachable.uri()).isEqualTo(uri));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
