package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Status;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** With settings, a lane is a lane like any other, and keeps the bound that was set. */
abstract class NarrowLaneContract extends LaneContract {

    /** The most tasks at once that the lanes are set for. */
    static final int MOST = 3;

    @Test
    void noMoreTasksRunAtOnceThanItIsSetFor() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        var story = trial(
                        20,
                        (task, context) -> Mono.fromCallable(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            context.blocking(() -> {
                                LockSupport.parkNanos(1);
                                return true;
                            });
                            return inside.decrementAndGet();
                        }))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(most.get()).isBetween(1, MOST);
    }
}
