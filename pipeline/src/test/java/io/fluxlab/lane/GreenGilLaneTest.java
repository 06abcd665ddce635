package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The same lock, shared by virtual threads. */
class GreenGilLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new GilLane().with(new GilLane.Settings(0.1, GilLane.Threads.VIRTUAL));
    }

    @Test
    void tasksRunOnVirtualThreads() {
        Story story = trial(
                        3,
                        (task, context) ->
                                Mono.fromCallable(() -> Thread.currentThread().isVirtual()))
                .story();

        assertThat(story.items().values()).containsOnly(List.of(true));
    }
}
