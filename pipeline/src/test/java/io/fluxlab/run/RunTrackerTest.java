package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunSnapshot.TaskEnd;
import io.fluxlab.run.RunSnapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTrackerTest {

    private static final Failure FAILURE = new Failure("task-failed", "oh");

    private final RunTracker tracker = new RunTracker(3);

    @Test
    void showsEveryTaskThatHasStartedWhereThereAreFew() {
        begin(3);
        start(0, 10);
        start(2, 20);
        tracker.accept(new TaskProgress(0, 25, 2, 5, 8L, 0));
        tracker.accept(new TaskItems(0, 27, 0, 0, List.of("a", "b")));
        tracker.accept(new TaskFailed(0, 30, 0, FAILURE));
        tracker.accept(new TaskFinished(0, 40, 2, 7, 20, null));

        assertThat(tracker.snapshot())
                .isEqualTo(new RunSnapshot(
                        40,
                        3,
                        2,
                        2,
                        1,
                        2,
                        List.of(
                                new TaskSnapshot(0, "task 0", "w", 10, null, null, new TaskEnd(20, 0, FAILURE)),
                                new TaskSnapshot(2, "task 2", "w", 20, 5L, 8L, new TaskEnd(20, 7, null)))));
    }

    @Test
    void showsSomeThatRunWhereThereAreManyAndCountsTheRest() {
        begin(1_000);
        for (int task = 0; task < 10; task++) {
            start(task, task);
        }
        tracker.accept(new TaskFinished(0, 11, 0, 1, 11, null));
        start(10, 12);

        RunSnapshot snapshot = tracker.snapshot();
        assertThat(snapshot.shown()).extracting(TaskSnapshot::task).containsExactly(1, 2, 10);
        assertThat(snapshot.started()).isEqualTo(11);
        assertThat(snapshot.ended()).isEqualTo(1);
    }

    @Test
    void nextRunBeginsAnew() {
        begin(1);
        start(0, 1);
        begin(2);

        assertThat(tracker.snapshot()).isEqualTo(new RunSnapshot(0, 2, 0, 0, 0, 0, List.of()));
    }

    private void begin(int tasks) {
        tracker.accept(new RunStarted(0, 0, "run-1", "count", "parallel", Map.of(), tasks));
    }

    private void start(int task, long atNanos) {
        tracker.accept(new TaskStarted(0, atNanos, task, "task " + task, "w"));
    }
}
