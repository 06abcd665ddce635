package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotPoolTest {

    private final StillRun run = new StillRun();
    private final List<TaskHost> waiting = new ArrayList<>();

    @Test
    void eachSlotBringsTheNextOneToLifeUntilThereAreAsManyAsMayBe() {
        SlotPool slots = pool(new TaskQueue(9), 3, 9);
        slots.spawn();
        assertThat(run.waiting()).isEqualTo(1);

        run.runStrands();

        assertThat(waiting).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aSlotGoesOnWithTheNextTaskWhenItsTaskHasEnded() {
        TaskQueue queue = new TaskQueue(9);
        SlotPool slots = pool(queue, 1, 9);
        slots.spawn();
        run.runStrands();

        waiting.get(0).resume();
        run.runStrands();

        assertThat(waiting).hasSize(2);
        assertThat(waiting.get(1)).isSameAs(waiting.get(0));
        assertThat(queue.take()).isEqualTo(2);
    }

    @Test
    void theLimitCanBeRaisedAsFarAsTheLaneGoes() {
        SlotPool slots = pool(new TaskQueue(99), 1, 4);
        slots.spawn();
        run.runStrands();

        slots.limitTo(9);
        run.runStrands();

        assertThat(waiting).hasSize(4);
    }

    @Test
    void whereThereAreTooManySlotsThoseThatAreFreeGo() {
        SlotPool slots = pool(new TaskQueue(99), 3, 9);
        slots.spawn();
        run.runStrands();

        slots.limitTo(1);
        List.copyOf(waiting).forEach(TaskHost::resume);
        run.runStrands();
        assertThat(waiting).hasSize(4);

        slots.limitTo(2);
        run.runStrands();
        assertThat(waiting).hasSize(5).last().isIn(waiting.subList(0, 3));
    }

    @Test
    void slotsThatMayNotStartATaskWaitUntilTheyAreWoken() {
        TaskQueue queue = new TaskQueue(9);
        queue.pause();
        SlotPool slots = pool(queue, 2, 9);
        slots.spawn();
        run.runStrands();
        assertThat(waiting).isEmpty();

        queue.resume();
        slots.wake();
        run.runStrands();

        assertThat(waiting).hasSize(2);
    }

    @Test
    void slotsAreWokenWhenTheSubscriberHasComeHalfAWindowCloser() {
        TaskQueue queue = new TaskQueue(2 * TaskQueue.WINDOW);
        for (int task = 0; task < TaskQueue.WINDOW; task++) {
            queue.take();
        }
        SlotPool slots = pool(queue, 1, 9);
        slots.spawn();
        run.runStrands();

        for (int task = 0; task < TaskQueue.WINDOW / 2; task++) {
            queue.startDelivered();
            queue.endDelivered();
            slots.wakeIfThereIsRoom();
        }
        assertThat(run.waiting()).isZero();
        queue.startDelivered();
        slots.wakeIfThereIsRoom();

        assertThat(run.waiting()).isEqualTo(1);
        run.runStrands();
        assertThat(waiting).hasSize(1);
    }

    /** Slots of which each holds its task until it is resumed. */
    private SlotPool pool(TaskQueue queue, int concurrency, int most) {
        return new SlotPool(run::strand, false, queue, (task, host) -> !waiting.add(host), concurrency, most);
    }
}
