package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fluxlab.server.fuzz.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes at the HTTP port: requests, upgrades, and what follows them. */
@SuppressWarnings("StringConcatToTextBlock") // the ends of lines are what is tested
class UpgradeFuzz {

    private static final String KEYS = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private static FuzzedServer server;

    @BeforeAll
    static void serve() {
        server = FuzzedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<byte[]> requests() {
        return Stream.of(
                        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET / HTTP/1.5\r\nHost: localhost\r\n\r\n",
                        upgrade(""),
                        upgrade("Origin: http://localhost:8080\r\n"),
                        upgrade("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"),
                        upgrade("").replace("Version: 13", "Version: 8"),
                        upgrade("").replace("/rsocket", "/rsock\u009et"),
                        upgrade("").replace("/rsocket", "/rsocket?a|b"),
                        upgrade("").replace("/rsocket", "http://localhost/%zz"),
                        upgrade("").replace("/rsocket", "//"),
                        upgrade("").replace("/rsocket", "/rsocket%"),
                        upgrade("").replace("/rsocket", "http://localhost"),
                        upgrade("").replace("NhbXBsZS", "NhbXB\u008d\u00a5"),
                        upgrade("").replace("Connection: Upgrade", "Connection: close"),
                        upgrade("").replace("websocket", "websocket, other"),
                        upgrade("Sec-WebSocket-Protocol: rsocket\r\nAuthorization: Bearer a.b.c\r\n"),
                        upgrade("") + "\u0082\u0086\0\0\0\0\0\0\0\0\u0004\0" + "\u0089\u0080\0\0\0\0"
                                + "\u0088\u0080\0\0\0\0",
                        "POST /rsocket HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
                        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                        "GET /rsocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String upgrade(String headers) {
        return "GET /rsocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + KEYS
                + headers + "\r\n";
    }

    @MethodSource("requests")
    @FuzzTest
    void whateverComesIsAnsweredInHttpOrNotAtAll(byte[] request) {
        String answer = new String(Exchange.of(server.httpAddress(), request), StandardCharsets.ISO_8859_1);
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1\\.[01] ([1-4]\\d\\d|505) .*");
        }
        server.expectNobodyNoticed();
    }
}
