package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.trail.Trail;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class EventEmitterTest {

    private static final RunSummary SUMMARY = new RunSummary(1, 0, 0, 70, 0, 0, 1, null, 0, Latency.NONE);
    private static final RunSignal.RunEnds END = new RunSignal.RunEnds(Status.COMPLETED, SUMMARY, null);

    private final Viewer viewer = new Viewer();
    private final Deliveries deliveries = new Deliveries();
    private final AtomicLong now = new AtomicLong();
    private final RunClock clock = new RunClock(now::get);
    private IntFunction<String> labels = task -> "label";
    private final EventEmitter emitter = new EventEmitter(viewer, deliveries, task -> labels.apply(task), clock);
    private final ConflatedSignals.Place place = new ConflatedSignals.Place();

    EventEmitterTest() {
        viewer.onSubscribe(emitter);
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
        emitter.drain();

        viewer.want(10);
        progress(4);
        emitter.drain();

        assertThat(viewer.events())
                .containsExactly(new TaskProgress(2, 0, 0, 3, null, 2), new TaskProgress(3, 0, 0, 4, null, 0));
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
    void theLastEventComesAfterWhatProgressStillWaitsAndCountsIt() {
        viewer.want(1);
        offer(0);
        progress(1);
        progress(2);
        now.set(70);
        emitter.offer(END);

        assertThat(viewer.hasEnded()).isFalse();
        viewer.want(2);

        assertThat(viewer.events())
                .containsExactly(
                        started(0, 0),
                        new TaskProgress(2, 0, 0, 2, null, 1),
                        new RunFinished(3, 70, Status.COMPLETED, SUMMARY.withConflated(1), null));
        assertThat(viewer.hasEnded()).isTrue();
        assertThat(viewer.error()).isNull();
        assertThat(deliveries.heard()).containsExactly("start of 0");
    }

    @Test
    void nothingComesAfterTheEnd() {
        viewer.wantAll();
        emitter.offer(END);
        offer(2);
        progress(3);
        emitter.drain();

        assertThat(viewer.events()).hasSize(1).hasOnlyElementsOfType(RunFinished.class);
    }

    @Test
    void itemsGoOutInBatchesBeforeTheEndOfTheirTask() {
        TaskOutput output = new TaskOutput(4);
        for (int item = 0; item < ItemBuffer.BATCH; item++) {
            if (output.add(item)) {
                emitter.offer(new RunSignal.ItemsWait(output));
            }
        }
        output.add("last");
        emitter.offer(new RunSignal.TaskEnds(output, 10, 40, null, null, new Trail(), null));

        now.set(30);
        viewer.wantAll();

        List<RunEvent> events = viewer.events();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isInstanceOfSatisfying(TaskItems.class, batch -> {
            assertThat(batch.atNanos()).isEqualTo(30);
            assertThat(batch.items()).hasSize(ItemBuffer.BATCH);
        });
        assertThat(events.get(1)).isEqualTo(new TaskItems(1, 40, 4, ItemBuffer.BATCH, List.of("last")));
        assertThat(events.get(2)).isEqualTo(new TaskFinished(2, 40, 4, ItemBuffer.BATCH + 1, 30, null));
        assertThat(deliveries.heard()).containsExactly("512 items of 4", "1 items of 4", "end of 4 after 513 items");
    }

    @Test
    void whatABodyEmitsAfterItsTasksEndIsDropped() {
        TaskOutput output = new TaskOutput(0);
        viewer.wantAll();
        Failure failure = new Failure("cancelled", "told to end");
        emitter.offer(new RunSignal.TaskEnds(output, 0, 5, 3L, failure, new Trail(), null));
        output.add("late");
        emitter.offer(new RunSignal.ItemsWait(output));

        assertThat(viewer.events()).containsExactly(new TaskFailed(0, 5, 0, failure));
    }

    @Test
    void deliveriesAreToldAfterTheirEvents() {
        viewer.wantAll();
        offer(0);
        viewer.cancel();

        assertThat(deliveries.heard()).containsExactly("start of 0", "over");
    }

    @Test
    void cancelIsToldOnceAndEndsEverything() {
        viewer.wantAll();
        offer(0);

        emitter.cancel();
        emitter.cancel();
        offer(1);
        emitter.offer(new RunSignal.RunBreaks(new IllegalStateException("too late")));

        assertThat(tasks()).containsExactly(0);
        assertThat(deliveries.heard()).containsExactly("start of 0", "over");
        assertThat(viewer.hasEnded()).isFalse();
    }

    @Test
    void anEventThatCannotBeMadeEndsTheStreamWithItsError() {
        IllegalStateException broken = new IllegalStateException("no label");
        viewer.wantAll();
        offer(0);
        labels = task -> {
            throw broken;
        };
        offer(1, 2);

        assertThat(tasks()).containsExactly(0);
        assertThat(viewer.error()).isSameAs(broken);
        assertThat(deliveries.heard()).containsExactly("start of 0", "over");
    }

    @Test
    void anErrorWaitsForItsTurnAndForDemand() {
        IllegalStateException broken = new IllegalStateException("broken");
        offer(0);
        emitter.offer(new RunSignal.RunBreaks(broken));

        viewer.want(1);
        assertThat(viewer.error()).isNull();
        viewer.want(1);

        assertThat(tasks()).containsExactly(0);
        assertThat(viewer.error()).isSameAs(broken);
    }

    @Test
    void whatIsReportedFromWithinAnEventComesNext() {
        viewer.wantAll();
        labels = task -> {
            if (task == 1) {
                offer(2);
            }
            return "label";
        };
        offer(1);

        assertThat(tasks()).containsExactly(1, 2);
        assertThat(deliveries.heard()).containsExactly("start of 1", "start of 2");
    }

    private void offer(int... tasks) {
        for (int task : tasks) {
            emitter.offer(new RunSignal.TaskBegins(task, 0, "worker"));
        }
    }

    private void progress(long done) {
        emitter.replace(place, new RunSignal.Progress(Seen.running(0), 0, done, null));
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
