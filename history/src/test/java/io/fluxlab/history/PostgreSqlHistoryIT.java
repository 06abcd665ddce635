package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.kept.RunState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is kept in a folder is kept in PostgreSQL, too. */
class PostgreSqlHistoryIT extends HistoryTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgreSqlServer server;

    private String url;

    @BeforeAll
    static void start() throws Exception {
        server = PostgreSqlServer.start().orElse(null);
        Assumptions.assumeTrue(server != null, "no PostgreSQL is installed in /usr/lib/postgresql");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void create() throws IOException, InterruptedException {
        url = server.database("kept" + DATABASES.incrementAndGet());
    }

    @Override
    HistorySettings settings() {
        return HistorySettings.in(url);
    }

    @Test
    void twoServersShareADataBase() {
        History one = open();
        String run = keep(one, Flux.concat(List.of(Flux.just(started("run-1")), Flux.never())));
        History other = open();
        String done = keep(other, run("run-2", 100));

        assertThat(kept(other, run).state()).isEqualTo(RunState.GOING_ON);
        assertThat(numbers(watch(one, done, 0))).hasSize(100);
        close(one);
        assertThat(kept(other, run).state()).isEqualTo(RunState.CANCELLED);
    }
}
