package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests of HTTP are answered, whatever they ask for. */
class HttpAccessTest extends HttpFixture {

    private InetSocketAddress address;
    private String host;

    @BeforeEach
    void serve() {
        address = serve(limits());
        host = "Host: localhost:" + address.getPort();
    }

    private String answer(String firstLine, String... headers) {
        try (RawHttpPeer peer = peer(address, firstLine, headers)) {
            return peer.answer();
        }
    }

    private String upgrade(String... headers) {
        try (RawHttpPeer peer = peer(address, "GET /rsocket HTTP/1.1", withUpgrade(headers))) {
            return peer.head();
        }
    }

    private void assertRefused(String answer, int status, String code, String message) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("connection: close")
                .contains("{\"code\":\"" + code + "\",\"message\":\"" + message);
        await().untilAsserted(() -> assertThat(refused.codes()).contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/rsocket", "/nowhere"})
    void aHostThatIsNotOursIsRefusedOnEveryPath(String path) {
        String answer = answer("GET " + path + " HTTP/1.1", "Host: evil.example:" + address.getPort());
        assertRefused(answer, 403, "foreign-host", "the host must be localhost, the address that this came in on, or");
        assertThat(answer).contains("\"field\":\"host\",\"value\":\"evil.example\"");
        assertThat(answers).hasValue(0);
    }

    @Test
    void aPageWhoseNameWasReboundGetsNoWebSocket() {
        String evil = "evil.example:" + address.getPort();
        assertThat(upgrade("Host: " + evil, "Origin: http://" + evil)).startsWith("HTTP/1.1 403 ");
        assertThat(upgrade("Host: " + evil)).startsWith("HTTP/1.1 403 ");
        String own = "localhost:" + address.getPort();
        assertThat(upgrade("Host: " + own, "Origin: http://" + own)).startsWith("HTTP/1.1 101 ");
        assertThat(upgrade("Host: " + own)).startsWith("HTTP/1.1 101 ");
    }

    @Test
    void aHostThatIsAllowedByNameIsServed() {
        assertThat(upgrade("Host: lab.example", "Origin: https://lab.example")).startsWith("HTTP/1.1 101 ");
        assertThat(answer("GET /page HTTP/1.1", "Host: Lab.Example:443", "Connection: close"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void thereMustBeOneHost() {
        String what = "the request must name one host, with a port or without, was";
        assertRefused(answer("GET /page HTTP/1.1", "Accept: */*"), 400, "malformed-request", what);
        assertRefused(answer("GET /page HTTP/1.0"), 400, "malformed-request", what);
        assertRefused(answer("GET /page HTTP/1.1", host, host), 400, "malformed-request", what);
        assertRefused(answer("GET /page HTTP/1.1", host, "Host: evil.example"), 400, "malformed-request", what);
        assertRefused(answer("GET /page HTTP/1.1", "Host:"), 400, "malformed-request", what);
        assertRefused(answer("GET /page HTTP/1.1", "Host: evil.example@localhost"), 400, "malformed-request", what);
        assertThat(answers).hasValue(0);
    }

    @Test
    void anOlderProtocolIsServedIfItNamesTheHost() {
        assertThat(answer("GET /page HTTP/1.0", host)).contains(" 200 ").endsWith(PAGE);
    }

    @Test
    void aWholeUriIsServedIfItIsOfTheSameHost() {
        String own = "http://localhost:" + address.getPort() + "/page";
        assertThat(answer("GET " + own + " HTTP/1.1", host, "Connection: close"))
                .endsWith(PAGE);
        assertRefused(
                answer("GET http://evil.example/page HTTP/1.1", host),
                400,
                "malformed-request",
                "the target must be a path on the host that the request names, with what a URI may not hold escaped");
        assertThat(answer("GET http://evil.example/page HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(answer("CONNECT localhost:80 HTTP/1.1", host)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://elsewhere.example", "http://localhost:1", "http://127.0.0.1.evil.example"})
    void aPageOfAnotherOriginIsRefused(String origin) {
        assertThat(upgrade(host, "Origin: " + origin)).startsWith("HTTP/1.1 403 ");
        assertRefused(
                answer("GET /page HTTP/1.1", host, "Origin: " + origin),
                403,
                "foreign-origin",
                "pages of " + origin + " may not ask here");
    }

    @Test
    void aPageOfTheSameHostMayConnectAndOthersAreToldByTheirClient() {
        try (RawWebSocketPeer same = new RawWebSocketPeer(address, "http://127.0.0.1:" + address.getPort())) {
            same.send(Frames.setup());
            assertLivesOn(same, 1);
        }
        assertThatThrownBy(() -> new RawWebSocketPeer(address, "https://elsewhere.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void twoOriginsAreRefused() {
        String own = "Origin: http://localhost:" + address.getPort();
        assertThat(upgrade(host, own, "Origin: http://evil.example")).startsWith("HTTP/1.1 400 ");
        assertRefused(
                answer("GET /page HTTP/1.1", host, own, own),
                400,
                "malformed-request",
                "a request comes from one origin at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
    void whatChangesSomethingIsNotOffered(String method) {
        String answer = answer(method + " /page HTTP/1.1", host);
        assertRefused(answer, 405, "method-not-allowed", "the method must be GET or HEAD, was " + method);
        assertThat(answer).containsIgnoringCase("allow: GET, HEAD");
    }

    @Test
    void whatIsNotThereIsNotFoundAndTheConnectionCloses() {
        assertRefused(answer("GET /nowhere HTTP/1.1", host), 404, "not-found", "nothing is served at /nowhere");
    }

    @Test
    void anUpgradeThatIsNoneIsRefused() {
        assertRefused(answer("GET /rsocket HTTP/1.1", host), 426, "websocket-only", "/rsocket is a WebSocket");
        assertRefused(
                answer(
                        "GET /rsocket HTTP/1.1",
                        host,
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13"),
                400,
                "malformed-request",
                "the request must carry a Sec-WebSocket-Key");
        assertRefused(
                answer("GET /rsocket HTTP/1.1", withUpgrade(host, "Sec-WebSocket-Version: 8")),
                426,
                "websocket-only",
                "version 13 of WebSocket is spoken here");
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() {
        assertRefused(
                answer("GET /page HTTP/1.1", host, "X: " + "x".repeat(9000)),
                431,
                "limit-exceeded",
                "headerBytes must be at most 8192, was");
        assertRefused(
                answer("GET /" + "x".repeat(5000) + " HTTP/1.1", host),
                414,
                "limit-exceeded",
                "lineBytes must be at most 4096, was");
        String[] many = Stream.concat(Stream.of(host), IntStream.range(0, 64).mapToObj(i -> "X" + i + ": x"))
                .toArray(String[]::new);
        assertRefused(
                answer("GET /page HTTP/1.1", many), 431, "limit-exceeded", "headers must be at most 64, was 65: ");
    }

    @Test
    void whatIsNoHttpIsRefused() {
        assertRefused(answer("\0\0\1"), 400, "malformed-request", "this is no request of HTTP");
        assertRefused(answer("GET /page HTTP/3.0", host), 505, "malformed-request", "HTTP/1.1 is spoken here");
        assertThat(answer("PRI * HTTP/2.0", "", "SM")).startsWith("HTTP/1.1 505 ");
    }

    @Test
    void everyRefusalIsToldWithTheDoor() {
        for (String path : List.of("/page", "/rsocket")) {
            answer("GET " + path + " HTTP/1.1", "Host: evil.example");
        }
        await().untilAsserted(() -> assertThat(refused.codes()).containsExactly("foreign-host", "foreign-host"));
        assertThat(refused.doors()).containsOnly(Door.HTTP);
    }
}
