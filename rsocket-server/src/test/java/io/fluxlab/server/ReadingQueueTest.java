package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.RejectedRequestException;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Requests are read in turn. The scheduler of these tests runs nothing until it is told to. */
class ReadingQueueTest {

    private static final int BESIDE = 256;

    private final List<Runnable> tasks = new ArrayList<>();
    private final Scheduler later = Schedulers.fromExecutor(tasks::add);
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    @AfterEach
    void close() {
        later.dispose();
    }

    private ReadingQueue turns(long mostOfLine, long most) {
        return new ReadingQueue(later, 1, mostOfLine, most);
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
    }

    private Disposable wait(ReadingQueue turns, ReadingQueue.Line line, String request) {
        return Waiting.turn(turns, line, DefaultPayload.create(request))
                .subscribe(payload -> read.add(payload.getDataUtf8()), errors::add);
    }

    @Test
    void connectionsTakeTurnsAndEachKeepsItsOrder() {
        ReadingQueue turns = turns(100_000, 100_000);
        ReadingQueue.Line hostile = new ReadingQueue.Line();
        ReadingQueue.Line good = new ReadingQueue.Line();
        for (int i = 0; i < 60; i++) {
            wait(turns, hostile, "bad " + i);
        }
        wait(turns, good, "good 0");
        wait(turns, good, "good 1");

        runAll();

        assertThat(read).hasSize(62).startsWith("bad 0", "good 0", "bad 1", "good 1", "bad 2", "bad 3");
        assertThat(turns.bytes()).isZero();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsCancelledIsNeverReadAndTakesNoRoom() {
        ReadingQueue turns = turns(100_000, 100_000);
        ReadingQueue.Line line = new ReadingQueue.Line();
        List<Disposable> all = List.of(wait(turns, line, "a"), wait(turns, line, "b"), wait(turns, line, "c"));

        all.get(0).dispose();
        all.get(2).dispose();
        assertThat(turns.bytes()).isEqualTo(1 + BESIDE);
        runAll();

        assertThat(read).containsExactly("b");
        assertThat(turns.bytes()).isZero();
        wait(turns, line, "d");
        runAll();
        assertThat(read).containsExactly("b", "d");
    }

    @Test
    void tooMuchOfOneConnectionIsRefusedAndOthersStillWait() {
        ReadingQueue turns = turns(1_000, 100_000);
        ReadingQueue.Line hostile = new ReadingQueue.Line();
        wait(turns, hostile, "a".repeat(500));
        wait(turns, hostile, "b".repeat(500));
        wait(turns, new ReadingQueue.Line(), "good");

        runAll();

        assertThat(read).containsExactly("a".repeat(500), "good");
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(RejectedRequestException.class)
                        .hasMessage("waitingBytesPerConnection must be at most 1000, was 1512"));
    }

    @Test
    void tooMuchAltogetherIsRefusedButASingleRequestNever() {
        ReadingQueue turns = turns(1_000, 2_000);
        wait(turns, new ReadingQueue.Line(), "a".repeat(5_000));
        wait(turns, new ReadingQueue.Line(), "b");

        runAll();

        assertThat(read).containsExactly("a".repeat(5_000));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessage("waitingBytes must be at most 2000, was " + (5_000 + 1 + 2 * BESIDE)));
    }

    @Test
    void subscribersHearOfTheirSubscriptionAtOnce() {
        StepVerifier.create(Waiting.turn(turns(1_000, 1_000), new ReadingQueue.Line(), DefaultPayload.create("a")))
                .expectSubscription()
                .then(this::runAll)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void aRequestThatWasReadIsForgottenWhileItIsAnswered() {
        ReadingQueue turns = turns(1_000, 1_000);
        Payload request = DefaultPayload.create("a");
        WeakReference<Payload> seen = new WeakReference<>(request);
        Mono<Payload> turn = Waiting.turn(turns, new ReadingQueue.Line(), request);
        request = null;
        Disposable answer = turn.flatMap(asked -> Mono.never()).subscribe(value -> {}, errors::add);

        runAll();

        await().until(() -> {
            System.gc();
            return seen.get() == null;
        });
        assertThat(turn).isNotNull();
        answer.dispose();
    }

    @Test
    void oneConnectionHoldsUpOneThread() throws InterruptedException {
        Scheduler two = ReadingQueue.readers("readers", 2);
        CountDownLatch held = new CountDownLatch(1);
        try {
            ReadingQueue turns = new ReadingQueue(two, 2, 100_000, 100_000);
            ReadingQueue.Line hostile = new ReadingQueue.Line();
            for (int i = 0; i < 20; i++) {
                Waiting.turn(turns, hostile, DefaultPayload.create("bad"))
                        .subscribe(payload -> hold(held), errors::add);
            }
            // one after the other, so that the other thread is about to idle when the next one comes
            for (int i = 0; i < 2_000; i++) {
                CountDownLatch served = new CountDownLatch(1);
                Waiting.turn(turns, new ReadingQueue.Line(), DefaultPayload.create("good"))
                        .subscribe(payload -> served.countDown(), errors::add);
                assertThat(served.await(30, TimeUnit.SECONDS)).as("good " + i).isTrue();
            }
            assertThat(errors).isEmpty();
        } finally {
            held.countDown();
            two.dispose();
        }
    }

    private static void hold(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
