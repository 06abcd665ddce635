package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.Story;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class GilLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new GilLane();
    }

    @Test
    void tasksThatComputeTakeTurnsAndNeverRunAtOnce() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger last = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();

        Story story = trial(
                        3,
                        (task, context) -> Mono.fromRunnable(() -> {
                            int turns = 0;
                            for (long done = 0; !enough.get(); done++) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                turns += last.getAndSet(task) == task ? 0 : 1;
                                enough.compareAndSet(false, turns == 5);
                                inside.decrementAndGet();
                                context.checkpoint(done);
                            }
                        }))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(most).hasValue(1);
    }

    @Test
    void blockingCallsOverlap() {
        CyclicBarrier all = new CyclicBarrier(5);

        Story story = trial(
                        5,
                        (task, context) ->
                                Mono.fromCallable(() -> context.blocking(() -> all.await(20, TimeUnit.SECONDS))))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aBlockingCallLetsOthersComputeAndComesBackWithTheLock() {
        CountDownLatch computed = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Story story = trial(
                        2,
                        (task, context) -> Mono.fromCallable(() -> {
                            if (task == 0) {
                                context.blocking(() -> computed.await(20, TimeUnit.SECONDS));
                            }
                            for (int done = 0; done < 200_000; done++) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                inside.decrementAndGet();
                                context.checkpoint(done);
                                computed.countDown();
                            }
                            return task;
                        }))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(most).hasValue(1);
    }

    @Test
    void aBlockingCallThatFailsComesBackWithTheLock() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Story story = trial(
                        8,
                        (task, context) -> Flux.range(0, 200).map(call -> {
                            try {
                                return context.blocking(() -> {
                                    throw new IllegalStateException("no answer");
                                });
                            } catch (Exception e) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                inside.decrementAndGet();
                                context.checkpoint(call);
                                return call;
                            }
                        }))
                .story();

        assertThat(story.end().summary().items()).isEqualTo(8 * 200);
        assertThat(most).hasValue(1);
    }

    @Test
    void threadsAreNamedAfterTheLane() {
        Story story = trial(
                        3,
                        (task, context) ->
                                Mono.fromCallable(() -> Thread.currentThread().getName()))
                .story();

        assertThat(story.items().values())
                .allSatisfy(names -> assertThat(names).first().asString().matches("fluxlab-gil-\\d+"));
    }
}
