package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What is too old or too much is forgotten. */
class RetentionTest extends HistoryFixture {

    private static List<String> runs(History history) {
        return history.history(HistoryQuery.NEWEST, Viewer.ALL)
                .map(KeptRun::run)
                .collectList()
                .block(PATIENCE);
    }

    private static void awaitEnd(History history, String run) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(kept(history, run).state().isEnd()).isTrue());
    }

    @Test
    void theOldestGoWhereAllTakeTooMuch() {
        History history = open();
        String noise = new Random(1)
                .ints(50_000, 0x20, 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (String run : List.of("run-1", "run-2", "run-3")) {
            keep(history, Flux.just(started(run), items(1, noise), finished(2)));
            awaitEnd(history, run);
        }
        long each = kept(history, "run-3").events().bytes();
        assertThat(each).isGreaterThan(30_000);
        close(history);

        History smaller = open(settings().keeping(Duration.ofDays(1), 2 * each + each / 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runs(smaller)).containsExactly("run-3", "run-2"));
        assertThat(numbers(watch(smaller, "run-2", 0))).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whoeverWatchesWhatIsForgottenIsTold() {
        History history = open();
        keep(history, run("run-1", 100_000));
        awaitEnd(history, "run-1");

        StepVerifier.create(watch(history, "run-1", 0), 10)
                .expectNextCount(10)
                .then(() -> history.remove("run-1", OF_RITA).block(PATIENCE))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(event -> true)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(BrokenRunException.class)
                        .hasMessageContaining("run-1 was removed while it was watched, before event "))
                .verify(PATIENCE);
    }

    @Test
    void whatIsOldGoes() {
        History history = open();
        keep(history, run("run-1", 10));
        awaitEnd(history, "run-1");
        close(history);

        History same = open(settings().keeping(Duration.ofDays(1), 1 << 20));
        assertThat(runs(same)).containsExactly("run-1");
        close(same);
        History shorter = open(settings().keeping(Duration.ofMillis(1), 1 << 20));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runs(shorter)).isEmpty());
    }
}
