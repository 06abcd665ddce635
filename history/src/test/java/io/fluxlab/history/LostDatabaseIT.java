package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A data base that is killed while runs go on, and comes back. */
class LostDatabaseIT extends HistoryFixture {

    private static final int EVENTS = 20_000;
    private static final long ROOM = 200_000;

    private PostgreSqlServer server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = PostgreSqlServer.start().orElse(null);
        Assumptions.assumeTrue(server != null, "no PostgreSQL is installed in /usr/lib/postgresql");
        url = server.database("kept");
    }

    /** Closed before the server is, in this order. */
    @AfterEach
    void stop() throws Exception {
        closeAll();
        if (server != null) {
            server.close();
        }
    }

    @Override
    HistorySettings settings() {
        return HistorySettings.in(url).waiting(ROOM);
    }

    @Test
    void aRunGoesOnWithoutItAndIsWrittenWhenItIsBack() throws Exception {
        History history = open();
        Sinks.Many<Object> events = Sinks.many().unicast().onBackpressureBuffer();
        events.tryEmitNext(started("run-1"));
        String run = keep(history, events.asFlux());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(kept(history, run).events().count()).isEqualTo(1));

        server.kill();
        for (int seq = 1; seq < EVENTS - 1; seq++) {
            events.emitNext(items(seq, "item " + seq), Sinks.EmitFailureHandler.FAIL_FAST);
        }
        events.tryEmitNext(finished(EVENTS - 1));
        events.tryEmitComplete();

        assertThat(history.waitingBytes()).isBetween(1L, ROOM);
        assertThatThrownBy(
                        () -> history.history(HistoryQuery.NEWEST, Viewer.ALL).blockLast(PATIENCE))
                .isInstanceOfSatisfying(
                        RejectedRequestException.class,
                        error -> assertThat(error.code()).isEqualTo("history-unavailable"));
        assertThatThrownBy(() -> keep(history, run("run-2", 10)))
                .isInstanceOfSatisfying(
                        BrokenRunException.class,
                        error -> assertThat(error.code()).isEqualTo("not-kept"));

        server.listen();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.COMPLETED));
        KeptRun found = kept(history, run);
        assertThat(found.events().missing()).isPositive();
        assertThat(found.events().count() + found.events().missing()).isEqualTo(EVENTS);
        List<KeptEvent> seen =
                Objects.requireNonNull(watch(history, run, 0).collectList().block(PATIENCE));
        AtomicLong next = new AtomicLong();
        assertThat(seen).allSatisfy(event -> assertThat(event.seq()).isEqualTo(next.getAndSet(event.next())));
        assertThat(next.get()).isEqualTo(EVENTS);
        assertThat(history.waitingBytes()).isZero();
    }

    @Test
    void whoeverReadsWhatIsNotInMemoryIsToldThatItCannotBeRead() throws Exception {
        History history = open();
        String run = keep(history, run("run-1", 10));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.COMPLETED));

        server.kill();

        assertThatThrownBy(() -> watch(history, run, 0).blockLast(PATIENCE))
                .isInstanceOfSatisfying(
                        RejectedRequestException.class,
                        error -> assertThat(error.code()).isEqualTo("history-unavailable"));
        server.listen();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(numbers(watch(history, run, 0))).hasSize(10));
    }

    @Test
    void oneThatStandsStillCountsAsGoneUntilItGoesOn() throws Exception {
        History history = open(settings().answering(Duration.ofSeconds(2)));
        String run = keep(history, run("run-1", 10));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.COMPLETED));

        server.freeze();
        try {
            assertThatThrownBy(() -> watch(history, run, 0).blockLast(PATIENCE))
                    .isInstanceOfSatisfying(
                            RejectedRequestException.class,
                            error -> assertThat(error.code()).isEqualTo("history-unavailable"));
            assertThatThrownBy(() -> keep(history, run("run-2", 10)))
                    .isInstanceOfSatisfying(
                            BrokenRunException.class,
                            error -> assertThat(error.code()).isEqualTo("not-kept"));
        } finally {
            server.thaw();
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(numbers(watch(history, run, 0))).hasSize(10));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(keep(history, run("run-3", 10))).isEqualTo("run-3"));
    }

    @Test
    void oneThatIsNotThereAtTheStartIsNamed() throws Exception {
        server.kill();

        assertThatThrownBy(
                        () -> History.open(settings(), new Origin("1.0", null)).block(PATIENCE))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith("no runs can be kept in r2dbc:postgresql://127.0.0.1:");
        server.listen();
        assertThat(keep(open(), Flux.concat(List.of(Flux.just(started("run-1")), Flux.just(finished(1))))))
                .isEqualTo("run-1");
    }
}
