package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ConflationTest {

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private final Viewer viewer = new Viewer();

    private final Tasks.Body walker = (task, context) -> Mono.fromRunnable(() -> {
        while (!enough.get()) {
            context.checkpoint(done.incrementAndGet());
        }
    });

    @Test
    void aSlowSubscriberGetsOnlyTheNewestProgress() {
        Lane lane = new ParallelLane();
        Trial.of(Tasks.of(1, walker), lane).events().subscribe(viewer);
        viewer.want(3);
        await().until(() -> viewer.events().size() == 3);
        long seen = done.get();
        await().during(Duration.ofMillis(700)).until(() -> done.get() > seen);

        viewer.want(2);
        await().until(() -> viewer.events().size() == 5);
        enough.set(true);
        viewer.wantAll();
        await().until(viewer::hasEnded);

        List<RunEvent> late = viewer.events().subList(3, 5);
        assertThat(late).hasOnlyElementsOfTypes(TaskProgress.class, Pulse.class);
        TaskProgress progress = late.stream()
                .filter(TaskProgress.class::isInstance)
                .map(TaskProgress.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(progress.conflated()).isGreaterThanOrEqualTo(2);
        assertThat(progress.done()).isGreaterThan(seen);
        assertThat(viewer.story().end().summary().conflated()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatConflatedEventsReplacedAddsUp() {
        Trial.of(Tasks.of(8, walker), new VirtualLane()).events().subscribe(viewer);
        viewer.want(10);
        await().until(() -> viewer.events().size() == 10);
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);

        enough.set(true);
        viewer.wantAll();

        await().until(viewer::hasEnded);
        Story story = viewer.story(); // checks the numbers and the sum
        assertThat(story.end().summary().conflated()).isPositive();
        assertThat(story.all(Pulse.class)).isNotEmpty();
    }

    @Test
    void pulsesGetTheirTurnAlsoWhereOneEventAtATimeIsAskedFor() {
        Trial.of(Tasks.of(1, Bodies.SOURCE), new ParallelLane()).events().subscribe(viewer);

        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            int before = viewer.events().size();
            viewer.want(1);
            await().pollInterval(Duration.ofNanos(100_000))
                    .until(() -> viewer.events().size() > before);
            return viewer.count(Pulse.class) >= 2;
        });

        assertThat(viewer.count(TaskItems.class)).isPositive();
        viewer.cancel();
    }

    @Test
    void oneSlowSubscriberDoesNotSlowAnotherRun() {
        Viewer slow = new Viewer();
        Trial.of(Tasks.of(10, Bodies.SOURCE), new ParallelLane()).events().subscribe(slow);
        slow.want(5);
        await().until(() -> slow.events().size() == 5);

        Story story = Trial.of(Tasks.of(100, (task, context) -> Flux.range(0, 5_000)), new ParallelLane())
                .story();

        assertThat(story.end().summary().items()).isEqualTo(500_000);
        assertThat(slow.count(TaskStarted.class)).isPositive();
        assertThat(slow.events()).hasSize(5);
        slow.cancel();
    }
}
