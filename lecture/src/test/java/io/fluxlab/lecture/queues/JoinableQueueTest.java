package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JoinableQueueTest {

    private static final Patience SHORT = Patience.millis(1);

    private final JoinableQueue<PrioritizedItem> queue = new JoinableQueue<>(QueueOrder.FIFO, 2);

    @Test
    void everyWaitHasALimitAndAName() throws InterruptedException {
        assertThatThrownBy(() -> queue.get(SHORT)).hasMessage("waited 1 ms in vain for an item of the queue");
        queue.put(new PrioritizedItem(0, 0), SHORT);
        queue.put(new PrioritizedItem(0, 1), SHORT);
        assertThatThrownBy(() -> queue.put(new PrioritizedItem(0, 2), SHORT))
                .hasMessage("waited 1 ms in vain for room in the queue");
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(queue.unfinished()).isEqualTo(2);
    }

    @Test
    void joinOfAnEmptyQueueReturnsAtOnce() throws InterruptedException {
        assertThat(queue.join(Patience.millis(0))).isTrue();
    }

    @Test
    void takingIsNotYetDoing() throws InterruptedException {
        queue.put(new PrioritizedItem(0, 0), SHORT);
        queue.get(SHORT);

        assertThat(queue.join(SHORT)).isFalse();
        queue.taskDone();
        assertThat(queue.join(SHORT)).isTrue();
    }

    @RepeatedTest(20)
    void everyoneWhoJoinsGoesOnAtTheLastDone() throws InterruptedException {
        AtomicInteger joined = new AtomicInteger();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            queue.put(new PrioritizedItem(0, 0), SHORT);
            threads.start(5, "joiner", () -> joined.addAndGet(queue.join(Patience.DEFAULT) ? 1 : 0));
            Patience.DEFAULT.until("all to wait", () -> queue.waitingForAll() == 5);
            assertThat(joined).hasValue(0);

            queue.taskDone();

            threads.join(Patience.DEFAULT);
        }
        assertThat(joined).hasValue(5);
    }
}
