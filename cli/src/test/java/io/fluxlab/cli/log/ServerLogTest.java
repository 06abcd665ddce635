package io.fluxlab.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.ActiveMQSessionCreationException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ServerLogTest {

    private static final Logger OURS = LoggerFactory.getLogger("io.fluxlab.somewhere.Server");
    private static final Logger LIBRARY = LoggerFactory.getLogger("io.netty.channel.Pipeline");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsLoggedWhereNoServerIs() {
        assertThat(OURS.isErrorEnabled()).isFalse();
        ServerLog.open(lines::add, LogLevel.DEBUG).close();
        assertThat(OURS.isErrorEnabled()).isFalse();
    }

    @Test
    void theServerSaysWhatItIsToldToAndLibrariesWarn() {
        try (ServerLog log = ServerLog.open(lines::add, LogLevel.INFO)) {
            OURS.debug("asked");
            OURS.info("listens");
            LIBRARY.info("chatters");
            LIBRARY.warn("warns");
        }
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("[0-9T:.-]+Z INFO Server: listens");
        assertThat(lines.get(1)).endsWith("Z WARN Pipeline: warns");
    }

    @Test
    void onlyAnEventBeginsALine() {
        try (ServerLog log = ServerLog.open(lines::add, LogLevel.INFO)) {
            LIBRARY.warn(
                    "got {}", "x\n2026 INFO Server: forged", new IllegalStateException("a\nINFO Server: forged\rb"));
        }
        String event = lines.get(0);
        assertThat(event.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
        assertThat(event)
                .contains("x\\u000a2026 INFO")
                .contains("IllegalStateException")
                .doesNotContain("\r");
    }

    @Test
    void aLibraryThatIsMadeToWarnIsCountedAndNotWritten() {
        try (ServerLog log = ServerLog.open(lines::add, LogLevel.INFO)) {
            IntStream.range(0, 1000).forEach(each -> LIBRARY.warn("connection reset"));
        }
        assertThat(lines).hasSizeBetween(10, 500);
    }

    @Test
    void whatACoordinatorHasALineForIsNotSaidByItsBrokerToo() {
        Logger broker = LoggerFactory.getLogger("org.apache.activemq.artemis.core.server");
        try (ServerLog log = ServerLog.open(lines::add, LogLevel.INFO)) {
            broker.warn("AMQ222107: Cleared up resources for session {}", 7);
            broker.error("AMQ224018: Failed to create session", new ActiveMQSessionCreationException("no place"));
            broker.warn("AMQ222210: Free storage space is at {}", 9);
            broker.warn("short");
            LIBRARY.warn("AMQ222107: not the broker's");
        }
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("Cleared up") || line.contains("no place"));
    }

    @Test
    void aReaderThatHasStoppedReadingStopsNobody() {
        CountDownLatch reading = new CountDownLatch(1);
        try (ServerLog log = ServerLog.open(line -> awaits(reading), LogLevel.INFO)) {
            Logger unbounded = LoggerFactory.getLogger("io.fluxlab.server.log.RefusalLog");
            IntStream.range(0, 100_000).forEach(each -> unbounded.warn("refused"));
            reading.countDown();
        }
    }

    private static void awaits(CountDownLatch reading) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reading.getCount() == 0);
    }
}
