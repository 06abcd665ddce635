package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutletTest {

    private final Viewer viewer = new Viewer();
    private final AtomicInteger cancels = new AtomicInteger();
    private final Outlet outlet = new Outlet(viewer, cancels::incrementAndGet);
    private final Conflated.Waiting place = new Conflated.Waiting();

    OutletTest() {
        viewer.onSubscribe(outlet);
    }

    @Test
    void givesNothingUntilItIsAskedAndThenInOrder() {
        offer(0, 1, 2);
        assertThat(viewer.events()).isEmpty();

        viewer.want(2);
        assertThat(tasks()).containsExactly(0, 1);
        viewer.want(5);
        offer(3);

        assertThat(tasks()).containsExactly(0, 1, 2, 3);
        assertThat(viewer.events().stream().map(RunEvent::seq)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(viewer.wasOverrun()).isFalse();
    }

    @Test
    void onlyTheNewestProgressWaitsAndItsNumberCountsTheOthers() {
        progress(1);
        progress(2);
        progress(3);
        outlet.drain();

        viewer.want(10);
        progress(4);
        outlet.drain();

        assertThat(viewer.events())
                .containsExactly(new TaskProgress(2, 0, 0, 3, null, 2), new TaskProgress(3, 0, 0, 4, null, 0));
        assertThat(outlet.conflated().replaced()).isEqualTo(2);
    }

    @Test
    void whatIsLosslessGoesFirstButDoesNotStarveProgress() {
        progress(1);
        for (int task = 0; task < 200; task++) {
            offer(task);
        }

        viewer.wantAll();

        List<RunEvent> events = viewer.events();
        assertThat(events).hasSize(201);
        assertThat(events.get(0)).isInstanceOf(TaskStarted.class);
        assertThat(events.subList(0, 70)).anyMatch(TaskProgress.class::isInstance);
        assertThat(tasks()).isSorted().hasSize(200);
    }

    @Test
    void theLastEventComesAfterWhatProgressStillWaits() {
        viewer.want(1);
        offer(0);
        progress(1);
        progress(2);
        outlet.finish((seq, conflated) -> new TaskProgress(seq, 0, 9, 9, null, conflated));

        assertThat(viewer.hasEnded()).isFalse();
        viewer.want(2);

        assertThat(viewer.events())
                .containsExactly(
                        started(0, 0), new TaskProgress(2, 0, 0, 2, null, 1), new TaskProgress(3, 0, 9, 9, null, 1));
        assertThat(viewer.hasEnded()).isTrue();
        assertThat(viewer.error()).isNull();
        assertThat(cancels).hasValue(0);
    }

    @Test
    void nothingComesAfterTheEnd() {
        viewer.wantAll();
        outlet.finish((seq, conflated) -> started(seq, 1));
        offer(2);
        progress(3);
        outlet.drain();

        assertThat(viewer.events()).containsExactly(started(0, 1));
    }

    @Test
    void cancelIsToldOnceAndEndsEverything() {
        viewer.wantAll();
        offer(0);

        outlet.cancel();
        outlet.cancel();
        offer(1);
        outlet.fail(new IllegalStateException("too late"));

        assertThat(tasks()).containsExactly(0);
        assertThat(cancels).hasValue(1);
        assertThat(viewer.hasEnded()).isFalse();
    }

    @Test
    void anEventThatCannotBeMadeEndsTheStreamWithItsError() {
        IllegalStateException broken = new IllegalStateException("no label");
        viewer.wantAll();
        offer(0);
        outlet.offer(Pending.of(seq -> {
            throw broken;
        }));
        offer(1);

        assertThat(tasks()).containsExactly(0);
        assertThat(viewer.error()).isSameAs(broken);
        assertThat(cancels).hasValue(1);
    }

    @Test
    void anErrorWaitsForItsTurnAndForDemand() {
        IllegalStateException broken = new IllegalStateException("broken");
        offer(0);
        outlet.fail(broken);

        viewer.want(1);
        assertThat(viewer.error()).isNull();
        viewer.want(1);

        assertThat(tasks()).containsExactly(0);
        assertThat(viewer.error()).isSameAs(broken);
    }

    @Test
    void whatIsReportedFromWithinAnEventComesNext() {
        viewer.wantAll();
        List<Integer> order = new ArrayList<>();
        outlet.offer(Pending.of(seq -> {
            offer(2);
            order.add(1);
            return started(seq, 1);
        }));

        assertThat(tasks()).containsExactly(1, 2);
        assertThat(order).containsExactly(1);
    }

    private void offer(int... tasks) {
        for (int task : tasks) {
            outlet.offer(Pending.of(seq -> started(seq, task)));
        }
    }

    private void progress(long done) {
        outlet.conflated().put(place, (seq, conflated) -> new TaskProgress(seq, 0, 0, done, null, conflated));
    }

    private static TaskStarted started(long seq, int task) {
        return new TaskStarted(seq, 0, task, "label", "worker");
    }

    private List<Integer> tasks() {
        return viewer.events().stream()
                .filter(TaskStarted.class::isInstance)
                .map(event -> ((TaskStarted) event).task())
                .toList();
    }
}
