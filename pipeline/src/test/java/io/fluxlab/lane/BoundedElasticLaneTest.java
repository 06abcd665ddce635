package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.Story;
import io.fluxlab.run.Tasks;
import io.fluxlab.run.Trial;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class BoundedElasticLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new BoundedElasticLane();
    }

    @Test
    void asManyTasksFailForWantOfRoomAsReactorsOwnPoolRefuses() throws InterruptedException {
        Lane lane = new BoundedElasticLane(new BoundedElasticLane.Settings(2, 3));

        Story story =
                Trial.of(Tasks.of(20, (task, context) -> Mono.just(task)), lane).story();

        assertThat(story.failures()).hasSize(refusedByReactor(20, 2, 3));
        assertThat(story.all(TaskFailed.class))
                .allMatch(
                        failed -> failed.error().message().contains("the queue is full: 2 threads, and 3 tasks wait"));
    }

    /** How many of so many tasks that never end. */
    private static int refusedByReactor(int tasks, int threads, int queue) throws InterruptedException {
        Scheduler pool = Schedulers.newBoundedElastic(threads, queue, "pool");
        CountDownLatch running = new CountDownLatch(threads);
        CountDownLatch never = new CountDownLatch(1);
        int refused = 0;
        try {
            for (int task = 0; task < tasks; task++) {
                if (task == threads) {
                    running.await();
                }
                try {
                    pool.schedule(() -> {
                        running.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                } catch (RejectedExecutionException e) {
                    refused++;
                }
            }
            return refused;
        } finally {
            pool.dispose();
        }
    }
}
