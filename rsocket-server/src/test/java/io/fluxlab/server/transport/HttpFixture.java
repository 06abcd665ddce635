package io.fluxlab.server.transport;

import io.fluxlab.server.http.AllowedHosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** A server of HTTP with a page on {@code /page}, also known as {@code lab.example}. */
abstract class HttpFixture extends GuardFixture {

    static final String PAGE = "a page";
    /** More than sockets hold between them. */
    static final int LARGE = 64 << 20;

    final AtomicInteger answers = new AtomicInteger();

    @Override
    final Wire wire() {
        return Wire.WEBSOCKET;
    }

    @Override
    final InetSocketAddress serve(TransportLimits limits) {
        GuardedTransport server = GuardedTransport.of(limits, (setup, peer) -> Mono.just(responder), refused);
        servers.add(server);
        return Objects.requireNonNull(server.listenHttp(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        AllowedHosts.of(List.of("lab.example")),
                        routes -> routes.get("/page", (request, response) -> page(response, Duration.ZERO))
                                .get("/later", (request, response) -> page(response, Duration.ofMillis(100)))
                                .get(
                                        "/large",
                                        (request, response) ->
                                                response.sendByteArray(Mono.fromSupplier(() -> new byte[LARGE]))))
                .block(PATIENCE));
    }

    private Publisher<Void> page(HttpServerResponse response, Duration delay) {
        answers.incrementAndGet();
        Mono<String> page = delay.isZero() ? Mono.just(PAGE) : Mono.delay(delay).thenReturn(PAGE);
        return response.header("Content-Length", String.valueOf(PAGE.length())).sendString(page);
    }

    /** A peer that has sent this request. */
    static RawHttpPeer peer(InetSocketAddress address, String firstLine, String... headers) {
        return new RawHttpPeer(address).request(firstLine, headers);
    }

    /** These headers, and those that ask for a WebSocket. */
    static String[] withUpgrade(String... headers) {
        Stream<String> upgrade = Stream.of("Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        boolean connection = Stream.of(headers).anyMatch(header -> header.startsWith("Connection:"));
        boolean version = Stream.of(headers).anyMatch(header -> header.startsWith("Sec-WebSocket-Version:"));
        return Stream.of(
                        Stream.of(headers),
                        upgrade,
                        Stream.of("Connection: Upgrade").filter(header -> !connection),
                        Stream.of("Sec-WebSocket-Version: 13").filter(header -> !version))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }
}
