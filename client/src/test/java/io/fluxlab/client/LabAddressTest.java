package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabAddressTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://lab.example:9000, lab.example, 9000",
        "TCP://lab.example/, lab.example, 7878",
        "tcp://127.0.0.1, 127.0.0.1, 7878",
        "tcp://[::1]:1, ::1, 1"
    })
    void tcpNamesHostAndPort(URI uri, String host, int port) {
        assertThat(LabAddress.of(uri)).isEqualTo(new LabAddress.Tcp(uri, host, port, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "ws://lab.example, lab.example, 8080, /rsocket",
        "ws://lab.example:80/, lab.example, 80, /rsocket",
        "ws://lab.example:80/lab%20one/rsocket?key=1, lab.example, 80, /lab%20one/rsocket?key=1"
    })
    void webSocketNamesHostPortAndPath(URI uri, String host, int port, String path) {
        assertThat(LabAddress.of(uri)).isEqualTo(new LabAddress.WebSocket(uri, host, port, path, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls://lab.example", "wss://lab.example/", "TLS://lab.example:7878"})
    void tlsIsVerifiedByAuthorityUnlessThereIsAFingerprint(URI uri) {
        String digits = "0aF1".repeat(16);
        String colons = digits.replaceAll("..(?!$)", "$0:");
        assertThat(verification(uri)).contains(new LabAddress.ByAuthority());
        for (String pin : List.of("#sha256:" + digits, "#sha256:" + colons)) {
            assertThat(verification(URI.create(uri + pin)))
                    .contains(new LabAddress.ByFingerprint(digits.toLowerCase(Locale.ROOT)));
        }
    }

    private static Optional<LabAddress.Verification> verification(URI uri) {
        return switch (LabAddress.of(uri)) {
            case LabAddress.Tcp tcp -> tcp.tls();
            case LabAddress.WebSocket ws -> ws.tls();
            case LabAddress.Local local -> Optional.empty();
        };
    }

    @ParameterizedTest
    @CsvSource({"local:lab, lab", "local:lab-1, lab-1"})
    void localNamesALabOfThisJvm(URI uri, String name) {
        assertThat(LabAddress.of(uri)).isEqualTo(new LabAddress.Local(uri, name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://lab.example:80 | scheme must be tcp, ws, tls or wss, was http: http://lab.example:80",
                "lab.example           | scheme must be tcp, ws, tls or wss, such as tcp://localhost:7878: lab.example",
                "localhost:7878        | scheme must be tcp, ws, tls or wss, was localhost: localhost:7878",
                "tcp://lab.example#x   | a fingerprint needs tls or wss, was tcp: tcp://lab.example#x",
                "tls://lab.example#x   | fingerprint must be sha256: and 64 hexadecimal digits, was x: tls://lab.example#x",
                "tcp:///               | host is missing: tcp:///",
                "tcp:lab               | host is missing: tcp:lab",
                "tcp://lab.example:0   | port must be between 1 and 65535, was 0: tcp://lab.example:0",
                "ws://lab.example:99999| port must be between 1 and 65535, was 99999: ws://lab.example:99999",
                "tcp://lab.example/lab | path must be empty with tcp, was /lab: tcp://lab.example/lab"
            })
    void sayWhatIsWrongWithAUri(URI uri, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabClient.connect(uri))
                .withMessage(message);
    }
}
