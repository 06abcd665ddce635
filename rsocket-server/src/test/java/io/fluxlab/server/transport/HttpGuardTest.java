package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.server.http.HttpLimits;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a request of HTTP may take, and what becomes of what follows its head. */
class HttpGuardTest extends HttpFixture {

    private static final String HOST = "Host: localhost";
    private static final String GET = "GET /page HTTP/1.1";
    private static final int MEGABYTE = 1 << 20;

    private InetSocketAddress serveHastily() {
        Duration soon = Duration.ofMillis(300);
        return serve(limits().withHttp(HttpLimits.defaults().withTimes(soon, soon)));
    }

    @Test
    void aConnectionThatAsksForNothingIsClosedWithoutAWord() {
        try (RawHttpPeer peer = new RawHttpPeer(serveHastily())) {
            assertThat(peer.answer()).isEmpty();
        }
        assertThat(refused.codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /rsocket HTTP/1.1\r\nHost: ", "GET /page HTTP/1.1\r\nHost: localhost\r\nX: y"})
    void aHeadThatDoesNotEndIsToldSo(String beginning) {
        try (RawHttpPeer peer = new RawHttpPeer(serveHastily())) {
            peer.send(beginning);
            assertThat(peer.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("requestMillis must be at most 300, was")
                    .contains("the rest of the request has not come");
        }
        assertThat(refused.codes()).containsExactly("limit-exceeded");
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedFor() {
        try (RawHttpPeer peer = new RawHttpPeer(serveHastily())) {
            peer.send(GET + "\r\nX: ");
            await().pollInterval(Duration.ofMillis(50)).until(() -> !peer.send("x"));
        }
    }

    @Test
    void anIdleConnectionIsClosedAfterItsAnswer() {
        try (RawHttpPeer peer = peer(serveHastily(), GET, HOST)) {
            assertThat(peer.answer()).startsWith("HTTP/1.1 200 ").endsWith(PAGE);
        }
        assertThat(refused.codes()).isEmpty();
    }

    @Test
    void oneRequestAfterTheOtherIsServedOnOneConnection() {
        try (RawHttpPeer peer = new RawHttpPeer(serve(limits()))) {
            for (int i = 0; i < 100; i++) {
                assertThat(peer.request(GET, HOST).next(PAGE.length())).endsWith(PAGE);
            }
        }
        assertThat(answers).hasValue(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
    void aBodyIsRefusedBeforeItComes(String body) {
        InetSocketAddress address = serve(limits());
        try (RawHttpPeer peer = peer(address, GET, HOST, body)) {
            assertThat(peer.answer()).startsWith("HTTP/1.1 413 ").contains("bodies of requests are not read here");
        }
        try (RawHttpPeer peer = peer(address, "GET /rsocket HTTP/1.1", withUpgrade(HOST, body))) {
            assertThat(peer.answer()).startsWith("HTTP/1.1 413 ");
        }
        try (RawHttpPeer peer = peer(address, "POST /page HTTP/1.1", HOST, body)) {
            assertThat(peer.answer()).startsWith("HTTP/1.1 405 ");
        }
        assertThat(refused.codes()).containsExactly("body-refused", "body-refused", "method-not-allowed");
        assertThat(answers).hasValue(0);
    }

    @Test
    void anEndlessBodyIsNotSwallowed() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        long sent = 0;
        try (RawHttpPeer peer = peer(serve(limits()), "POST /page HTTP/1.1", HOST, "Transfer-Encoding: chunked")) {
            while (peer.send(chunk)) {
                sent += chunk.length();
                assertThat(sent).isLessThan(64L * MEGABYTE); // what sockets hold between them, and a little more
            }
        }
        assertThat(refused.codes()).containsExactly("method-not-allowed");
    }

    @Test
    void whoeverStillSendsGetsToReadTheAnswer() {
        try (RawHttpPeer peer = peer(serve(limits()), "POST /page HTTP/1.1", HOST, "Content-Length: 100000")) {
            peer.send("x".repeat(100_000));
            assertThat(peer.answer()).startsWith("HTTP/1.1 405 ");
        }
    }

    @Test
    void requestsThatDoNotWaitForTheAnswerBeforeThemAreNotRead() {
        int requests = 1_000;
        try (RawHttpPeer peer = new RawHttpPeer(serve(limits()))) {
            peer.send(("GET /later HTTP/1.1\r\n" + HOST + "\r\n\r\n").repeat(requests));
            assertThat(peer.answer()).startsWith("HTTP/1.1 200 ").containsOnlyOnce(PAGE);
        }
        assertThat(answers).hasValue(1);
    }

    @Test
    void anAnswerThatNobodyTakesIsNotKept() {
        try (RawHttpPeer peer = peer(serveHastily(), "GET /large HTTP/1.1", HOST)) {
            await().untilAsserted(() -> assertThat(refused.codes()).containsExactly("limit-exceeded"));
            assertThat(peer.answer().length()).isLessThan(LARGE);
        }
    }
}
