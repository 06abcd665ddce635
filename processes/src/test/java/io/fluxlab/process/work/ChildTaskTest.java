package io.fluxlab.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.message.StartTask;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.rsocket.Payload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Of what a parent asks for, one is for the frame of the end, whenever it asks. */
class ChildTaskTest {

    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final HomeLoop home = HomeLoop.open("test-home");
    private final WorkerThread worker = new WorkerThread("test-worker");
    private final ChildScope process = new ChildScope(VirtualTimeScheduler.create(), home);
    private final Parent parent = new Parent();

    @AfterEach
    void close() {
        parent.cancel();
        home.close().block(Duration.ofSeconds(20));
    }

    @Test
    void theFrameOfTheEndIsPaidForAlsoWhereTheBodyWasSubscribedFirst() throws InterruptedException {
        start(0);
        awaitWorker();

        parent.request(1);
        awaitWorker();
        assertThat(asked).isEmpty();

        parent.request(3);
        awaitWorker();
        assertThat(asked).containsExactly(3L);
    }

    @Test
    void whatWasSkippedIsAskedForOnTopOfWhatIsWanted() throws InterruptedException {
        start(5);
        awaitWorker();
        assertThat(asked).containsExactly(4L);

        parent.request(1);
        awaitWorker();

        assertThat(asked).containsExactly(4L, 1L);
    }

    @Test
    void demandWithoutBoundsStaysWithoutBounds() throws InterruptedException {
        start(0);
        awaitWorker();

        parent.request(Long.MAX_VALUE);
        parent.request(Long.MAX_VALUE);
        awaitWorker();

        assertThat(asked).isNotEmpty().allSatisfy(items -> assertThat(items).isPositive());
        assertThat(asked.get(0)).isGreaterThanOrEqualTo(Long.MAX_VALUE - 1);
    }

    private void start(long skip) {
        Plan plan = new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Flux.<Object>never().doOnRequest(asked::add);
            }
        };
        new ChildTask(plan, new StartTask(0, skip, null, false), worker, process).subscribe(parent);
    }

    /** Until the worker has done everything that it was told to by now. */
    private void awaitWorker() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.execute(done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks for nothing by itself. */
    private static final class Parent extends BaseSubscriber<Payload> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {}
    }
}
