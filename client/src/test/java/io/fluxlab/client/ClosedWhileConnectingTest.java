package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** A client that is closed at whatever moment keeps nothing open. */
class ClosedWhileConnectingTest {

    private static final int TRIES = 500;

    /** A jar that is opened, or a timer of the system's. */
    private static final int NOISE = 3;

    private final FakeLab lab = FakeLab.answering(Flux.never());

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ws"})
    void noSocketIsKept(String scheme) {
        try (var server = scheme.equals("tcp") ? FakeServer.tcp(lab) : FakeServer.webSocket(lab)) {
            closeEarly(server, scheme, TRIES / 10);
            long before = descriptors();

            closeEarly(server, scheme, TRIES);

            await().untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(before + NOISE));
        }
    }

    private static void closeEarly(FakeServer server, String scheme, int tries) {
        for (int i = 0; i < tries; i++) {
            var client = LabClient.connect(server.uri(scheme));
            client.lanes().subscribe(lane -> {}, error -> {});
            LockSupport.parkNanos(i % 20 * 100_000L);
            client.disposeLater().block(Duration.ofSeconds(10));
        }
    }

    private static long descriptors() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
    }
}
