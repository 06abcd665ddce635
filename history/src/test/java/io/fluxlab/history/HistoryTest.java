package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.run.RunEvent;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What is kept, and who sees it. */
class HistoryTest extends HistoryFixture {

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(0, last).boxed().toList();
    }

    @Test
    void aRunIsKeptWithAllItsEvents() {
        History history = open();
        String run = keep(history, run("run-1", 5_000));

        assertThat(run).isEqualTo("run-1");
        assertThat(numbers(watch(history, run, 0))).isEqualTo(upTo(4_999));
        await().untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.COMPLETED));
        KeptRun kept = kept(history, run);
        assertThat(kept.work().workload()).isEqualTo("count");
        assertThat(kept.work().kind()).isEqualTo(RunKind.RUN);
        assertThat(kept.work().request()).containsEntry("lane", "virtual");
        assertThat(kept.owner()).isEqualTo(new KeptRun.Owner(RITA, false));
        assertThat(kept.place().commit()).isEqualTo("abc123");
        assertThat(kept.events().count()).isEqualTo(5_000);
        assertThat(kept.events().last()).isEqualTo(4_999);
        assertThat(kept.outcome().wallNanos()).isEqualTo(5_000_000);
        assertThat(kept.outcome().summary()).containsEntry("items", 4_999L);
    }

    @Test
    void whatWasKeptIsThereAfterARestart() {
        History before = open();
        String run = keep(before, run("run-1", 3_000));
        close(before);

        History after = open();
        assertThat(numbers(watch(after, run, 0))).isEqualTo(upTo(2_999));
        assertThat(kept(after, run).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void whoWatchesGoesOnWhereItWas() {
        History history = open();
        String run = keep(history, run("run-1", 3_000));
        assertThat(numbers(watch(history, run, 2_990)))
                .containsExactly(2_990L, 2_991L, 2_992L, 2_993L, 2_994L, 2_995L, 2_996L, 2_997L, 2_998L, 2_999L);
        assertThat(numbers(watch(history, run, 3_000))).isEmpty();
    }

    @Test
    void eventsComeAsTheyHappen() {
        History history = open();
        Sinks.Many<RunEvent> events = Sinks.many().unicast().onBackpressureBuffer();
        events.tryEmitNext(started("run-1"));
        String run = keep(history, events.asFlux());

        StepVerifier.create(watch(history, run, 0).map(KeptEvent::seq))
                .expectNext(0L)
                .then(() -> events.tryEmitNext(items(1, "a")))
                .expectNext(1L)
                .then(() -> events.tryEmitNext(items(2, "b")))
                .expectNext(2L)
                .then(() -> {
                    events.tryEmitNext(finished(3));
                    events.tryEmitComplete();
                })
                .expectNext(3L)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aViewerWhoAsksForNothingHoldsUpNobody() {
        History history = open();
        TestPublisher<RunEvent> events = TestPublisher.create();
        StepVerifier.create(history.keep(submission(), RITA, events.flux()))
                .then(() -> events.next(started("run-1")))
                .expectNext("run-1")
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.Step<Long> slow = StepVerifier.create(
                        watch(history, "run-1", 0).map(KeptEvent::seq), 1)
                .expectNext(0L);
        for (int seq = 1; seq < 40_000; seq++) {
            events.next(items(seq, "an item that takes some room " + seq));
        }
        events.next(finished(40_000));
        events.complete();

        assertThat(numbers(watch(history, "run-1", 0))).hasSize(40_001);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(history.waitingBytes()).isZero());
        slow.thenRequest(Long.MAX_VALUE)
                .expectNextCount(40_000)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void anEventThatIsLongerThanAValueMayBeIsKept() {
        History history = open();
        String text = new java.util.Random(1)
                .ints(3_000_000, 0x20, 0xD000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String run = keep(history, Flux.just(started("run-1"), items(1, text), finished(2)));
        close(history);

        List<KeptEvent> events = watch(open(), run, 1).collectList().block(PATIENCE);
        RunEvent.TaskItems items = (RunEvent.TaskItems) ((KeptEvent.OfRun) events.get(0)).event();
        assertThat(items.items().get(0).equals(text)).isTrue();
    }

    @Test
    void othersNeitherSeeNorChangeIt() {
        History history = open();
        String run = keep(history, run("run-1", 10));

        assertThat(history.history(HistoryQuery.NEWEST, OF_VICTOR).collectList().block(PATIENCE))
                .isEmpty();
        assertThat(history.history(HistoryQuery.NEWEST, OF_RITA).collectList().block(PATIENCE))
                .hasSize(1);
        assertThatThrownBy(() ->
                        history.watch(new WatchRequest(run, 0L), OF_VICTOR).blockLast(PATIENCE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("there is no run run-1");
        assertThatThrownBy(() -> history.remove(run, OF_VICTOR).block(PATIENCE))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        history.annotate(new Annotation(run, "mine"), OF_VICTOR).block(PATIENCE))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void whatIsSharedOthersSeeAndDoNotChange() {
        History history = open();
        String run = history.keep(submission().forEverybody(), RITA, run("run-1", 10))
                .block(PATIENCE);

        assertThat(history.watch(new WatchRequest(run, null), OF_VICTOR)
                        .collectList()
                        .block(PATIENCE))
                .hasSize(10);
        assertThatThrownBy(() -> history.remove(run, OF_VICTOR).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage("run-1 is somebody else's");
    }

    @Test
    void notesAreWrittenAndRunsForgotten() {
        History history = open();
        String run = keep(history, run("run-1", 10));
        await().untilAsserted(
                        () -> assertThat(kept(history, run).state().isEnd()).isTrue());
        history.annotate(new Annotation(run, "before the change"), OF_RITA).block(PATIENCE);
        assertThat(kept(history, run).note()).isEqualTo("before the change");
        history.annotate(new Annotation(run, null), OF_RITA).block(PATIENCE);
        assertThat(kept(history, run).note()).isNull();

        history.remove(run, OF_RITA).block(PATIENCE);
        assertThat(history.history(HistoryQuery.NEWEST, Viewer.ALL)
                        .collectList()
                        .block(PATIENCE))
                .isEmpty();
    }

    @Test
    void aRunThatGoesOnIsNotForgotten() {
        History history = open();
        String run = keep(history, Flux.concat(List.of(Flux.just(started("run-1")), Flux.never())));
        assertThatThrownBy(() -> history.remove(run, OF_RITA).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage("run-1 goes on: cancel it first");
    }

    @Test
    void queriesFindWhatTheyAskFor() {
        History history = open();
        keep(history, run("run-1", 10));
        keep(history, run("run-2", 10));
        await().untilAsserted(() -> assertThat(ids(history, query("completed"))).hasSize(2));
        assertThat(ids(history, HistoryQuery.of("run-2"))).containsExactly("run-2");
        assertThat(ids(
                        history,
                        new HistoryQuery(
                                "run",
                                RunKind.RUN,
                                "count",
                                "virtual",
                                RunState.COMPLETED,
                                "abc",
                                RITA,
                                0L,
                                Long.MAX_VALUE / 1_000_000,
                                1,
                                null)))
                .containsExactly("run-2");
        assertThat(ids(history, query("lost"))).isEmpty();
        assertThat(ids(history, new HistoryQuery(null, null, null, "virtua", null, null, null, null, null, null, null)))
                .isEmpty();
        assertThat(ids(history, new HistoryQuery(null, null, null, null, null, "b", null, null, null, null, null)))
                .isEmpty();
    }

    private static HistoryQuery query(String state) {
        return new HistoryQuery(
                null, null, null, null, RunState.of(state).orElseThrow(), null, null, null, null, null, null);
    }

    private static List<String> ids(History history, HistoryQuery query) {
        return history.history(query, Viewer.ALL)
                .map(KeptRun::run)
                .collectList()
                .block(PATIENCE);
    }

    @Test
    void aRunThatIsRefusedIsNotKept() {
        History history = open();
        RejectedRequestException refused = RejectedRequestException.limit("runsAtOnce", 1, 2);
        assertThatThrownBy(() -> keep(history, Flux.error(refused))).isSameAs(refused);
        assertThat(ids(history, HistoryQuery.NEWEST)).isEmpty();
    }

    @Test
    void aRunThatBreaksSaysSoToWhoeverWatches() {
        History history = open();
        BrokenRunException broken = new BrokenRunException("worker-lost", "the child is gone");
        String run =
                keep(history, Flux.concat(List.of(Flux.just(started("run-1"), items(1, "a")), Flux.error(broken))));
        for (int time = 0; time < 2; time++) {
            StepVerifier.create(watch(history, run, 0).map(KeptEvent::seq))
                    .expectNext(0L, 1L)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(BrokenRunException.class)
                            .hasMessage("the child is gone"))
                    .verify(PATIENCE);
            await().untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.BROKEN));
        }
    }

    @Test
    void whoCancelsBeforeTheFirstEventCancelsTheRun() {
        History history = open();
        TestPublisher<RunEvent> events = TestPublisher.create();
        history.keep(submission(), RITA, events.flux())
                .subscribe(id -> {}, error -> {})
                .dispose();
        events.assertCancelled();
    }
}
