package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.fluxlab.server.log.RefusalLog;
import io.fluxlab.wire.ErrorBody;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What is written to the log of what a server refuses. */
class RefusalLogTest extends ServerFixture {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Scheduler clock = Schedulers.newSingle("log-clock", true);
    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.class);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        clock.dispose();
    }

    @Test
    void aRefusalIsOneLineThatSaysWhoFromWhereWhatAndWhyNot() {
        LabServer server = serve(ServerLimits.defaults(), new RefusalLog(20, clock));
        Client client = client(server);
        assertServed(client);
        errorOf(client.stream("lab.run", Map.of("workload", "sleep", "lane", "virtua")), ErrorBody.INVALID);
        await().untilAsserted(
                        () -> assertThat(lines)
                                .singleElement()
                                .asString()
                                .matches(
                                        "WARN refused tcp 127\\.0\\.0\\.1:\\d+ anybody lab\\.run sleep on virtua: invalid-request: .*"));
    }

    @Test
    void nothingThatIsSentLooksLikeALineOfTheLog() {
        LabServer server = serve(ServerLimits.defaults(), new RefusalLog(20, clock));
        String forged = "x\n2026-01-01T00:00:00Z INFO LabServer: has stopped\r\u001b[2J\u202e";
        errorOf(client(server).stream("lab.run", Map.of("workload", forged, "lane", "virtual")), ErrorBody.INVALID);
        errorOf(client(server).stream("lab.run", Map.of("workload", "sleep", "lane", forged)), ErrorBody.INVALID);
        errorOf(client(server).stream(forged, null), ErrorBody.INVALID);
        await().untilAsserted(() -> assertThat(lines).hasSize(3));
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line).contains("INFO LabServer").doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    @Test
    void aFloodIsCountedAndNotWritten() {
        LabServer server = serve(ServerLimits.defaults(), new RefusalLog(4, clock));
        Client client = client(server);
        int flood = 200;
        Flux.range(0, flood)
                .flatMap(each -> client.stream("nowhere", null).onErrorComplete(), 64)
                .blockLast(PATIENCE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written() + leftOut()).isEqualTo(flood));
        assertThat(leftOut()).as("lines left out").isGreaterThan(flood / 2);
    }

    private int written() {
        return (int) lines.stream().filter(line -> line.contains("nowhere")).count();
    }

    private int leftOut() {
        return lines.stream()
                .filter(line -> line.matches("WARN … and \\d+ more like it: invalid-request"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }
}
