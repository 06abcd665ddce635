package io.fluxlab.cluster.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class RunningGroupTest {

    private final HomeLoop home = HomeLoop.open("home");
    private final TaskThread thread = new TaskThread("lane");
    private final RunningGroup group = new RunningGroup(
            new TaskGroup(1, 1, null, false, List.of(new TaskGroup.Start(0, 0, 0, Long.MAX_VALUE))),
            new Endless(),
            thread,
            home);

    @AfterEach
    void close() {
        thread.close();
        home.close().block();
    }

    @Test
    void keepsNothingOnceNobodyTakesItsFrames() throws Exception {
        group.begin();
        assertThat(group.nextFrame()).isNotNull();
        group.item(0, 0, "waits for the next frame");
        assertThat(group.hasMore()).isTrue();

        group.close();

        awaitThreadIsFree();
        assertThat(group.isOver()).isTrue();
        assertThat(group.hasMore()).isFalse();
        assertThat(group.nextFrame()).isNull();
    }

    private void awaitThreadIsFree() throws InterruptedException {
        CountDownLatch free = new CountDownLatch(1);
        thread.execute(free::countDown);
        assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** One task that emits until it is stopped. */
    private static final class Endless implements Plan {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Publisher<?> body(int task, TaskContext context) {
            return Flux.generate(sink -> sink.next("item"));
        }
    }
}
