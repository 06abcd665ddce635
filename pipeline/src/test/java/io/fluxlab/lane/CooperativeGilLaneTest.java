package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.Story;
import io.fluxlab.run.Tasks;
import io.fluxlab.run.Trial;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Greenlets: whoever runs gives way where it waits, and nowhere else. */
class CooperativeGilLaneTest extends LaneContract {

    private static final int TASKS = 3;

    @Override
    protected Lane lane() {
        return lane(GilLane.Threads.GREEN);
    }

    @Test
    void tasksThatComputeRunOneAfterTheOtherHoweverLong() {
        assertThat(turns(GilLane.Threads.GREEN)).isEqualTo(TASKS);
    }

    /** What is counted would be seen: where the lock is taken away, tasks alternate. */
    @Test
    void virtualThreadsThatContendForTheLockTakeTurnsMeanwhile() {
        assertThat(turns(GilLane.Threads.VIRTUAL)).isGreaterThan(TASKS);
    }

    @Test
    void waitingOverlapsAndIsWhereAnotherOneGetsItsTurn() {
        CyclicBarrier all = new CyclicBarrier(5);

        Story story = trial(
                        5,
                        (task, context) ->
                                Mono.fromCallable(() -> context.blocking(() -> all.await(20, TimeUnit.SECONDS))))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneIsThroughBeforeTheOneThatWaitsComesBack() {
        CountDownLatch computed = new CountDownLatch(1);
        Queue<String> seen = new ConcurrentLinkedQueue<>();

        Story story = trial(
                        2,
                        (task, context) -> Mono.fromCallable(() -> {
                            if (task == 0) {
                                context.blocking(() -> computed.await(20, TimeUnit.SECONDS));
                                seen.add("back");
                                return task;
                            }
                            computed.countDown();
                            for (int done = 0; done < 200_000; done++) {
                                context.checkpoint(done);
                            }
                            seen.add("computed");
                            return task;
                        }))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(seen).containsExactlyElementsOf(List.of("computed", "back"));
    }

    private static Lane lane(GilLane.Threads threads) {
        return new GilLane().with(new GilLane.Settings(0.1, threads));
    }

    /** How often another task than before was at work, of tasks that are all there and compute for many intervals. */
    private int turns(GilLane.Threads threads) {
        AtomicInteger last = new AtomicInteger(-1);
        AtomicInteger turns = new AtomicInteger();
        CyclicBarrier allThere = new CyclicBarrier(TASKS);

        Tasks.Body body = (task, context) -> Mono.fromCallable(() -> {
            context.blocking(() -> allThere.await(20, TimeUnit.SECONDS));
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
            for (long done = 0; System.nanoTime() - end < 0; done++) {
                turns.addAndGet(last.getAndSet(task) == task ? 0 : 1);
                context.checkpoint(done);
            }
            return task;
        });

        Story story = Trial.of(Tasks.of(TASKS, body), lane(threads)).story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        return turns.get();
    }
}
