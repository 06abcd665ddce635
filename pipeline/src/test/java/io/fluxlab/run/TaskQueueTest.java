package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskQueueTest {

    @Test
    void givesOutEachTaskOnceAndInOrder() {
        TaskQueue queue = new TaskQueue(2);

        assertThat(queue.take()).isEqualTo(0);
        assertThat(queue.hasMore()).isTrue();
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.hasMore()).isFalse();
        assertThat(queue.take()).isEqualTo(TaskQueue.NONE);
    }

    @Test
    void isNoFurtherAheadOfTheSubscriberThanTheWindow() {
        TaskQueue queue = new TaskQueue(5_000);
        take(queue, TaskQueue.WINDOW);
        assertThat(queue.isOpen(8)).isFalse();

        queue.startDelivered();

        assertThat(queue.isOpen(8)).isTrue();
        assertThat(queue.hasAmpleRoom(8)).isFalse();
    }

    @Test
    void endsThatWereNotSeenCountBeyondThoseThatRun() {
        TaskQueue queue = new TaskQueue(5_000);
        for (int task = 0; task < TaskQueue.WINDOW + 8; task++) {
            queue.take();
            queue.startDelivered();
        }
        assertThat(queue.isOpen(8)).isFalse();
        assertThat(queue.isOpen(9)).isTrue();

        queue.endDelivered();

        assertThat(queue.isOpen(8)).isTrue();
    }

    @Test
    void isClosedToNewTasksWhilePaused() {
        TaskQueue queue = new TaskQueue(5);
        queue.pause();
        assertThat(queue.isOpen(8)).isFalse();

        queue.resume();

        assertThat(queue.isOpen(8)).isTrue();
    }

    @Test
    void onceClosedItSaysHowManyWereTaken() {
        TaskQueue queue = new TaskQueue(5);
        take(queue, 3);

        assertThat(queue.close()).isEqualTo(3);

        assertThat(queue.hasMore()).isFalse();
        assertThat(queue.take()).isEqualTo(TaskQueue.NONE);
    }

    private static void take(TaskQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.take();
        }
    }
}
