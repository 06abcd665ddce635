package io.fluxlab.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunTracker;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskBoardTest {
    private static final int WIDTH = 100;

    private final RunTracker tracker = new RunTracker(TaskBoard.MOST_ROWS);
    private final TaskBoard board = new TaskBoard(ReportWords.in(Language.EN), Palette.PLAIN);

    @Test
    void everyTaskHasALineWhereThereIsRoom() {
        begin(3);
        accept(new TaskStarted(1, 0, 0, "first half", "parallel-1"));
        accept(new TaskProgress(2, 0, 0, 30, 60L, 0));
        accept(new TaskStarted(3, 0, 1, "second half", "parallel-2"));
        accept(new TaskFinished(4, 0, 1, 7, 12_000_000, null));

        assertThat(board.lines(WIDTH, 10))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("first half")
                                .contains("█")
                                .contains(" 50 %")
                                .endsWith("parallel-1"),
                        line -> assertThat(line).startsWith("✓ second half").endsWith("12 ms, 7 items"),
                        line -> assertThat(line).contains("task 2").endsWith("waiting"));
    }

    @Test
    void failedTaskSaysWhy() {
        begin(1);
        start(0);
        accept(new TaskFailed(2, 0, 0, new Failure("x", "out of luck")));

        assertThat(board.lines(WIDTH, 10))
                .singleElement()
                .asString()
                .startsWith("✗ task-0")
                .endsWith("out of luck");
    }

    @Test
    void tasksThatDoNotFitAreCountedAndSomeRunningOnesShown() {
        begin(1000);
        for (int task = 0; task < 600; task++) {
            start(task);
        }
        for (int task = 0; task < 250; task++) {
            accept(new TaskFinished(0, 0, task, 1, 1, null));
        }
        for (int task = 600; task < 700; task++) {
            start(task);
        }

        assertThat(board.lines(WIDTH, 5))
                .hasSize(5)
                .first()
                .asString()
                .endsWith("  25 %  250 of 1,000 tasks, 450 running");
        assertThat(board.lines(WIDTH, 5).subList(1, 5)).allMatch(line -> line.contains("task-6"));
    }

    @Test
    void nextRunBeginsAnew() {
        begin(1);
        start(0);
        begin(2);

        assertThat(board.lines(WIDTH, 10))
                .allMatch(line -> line.endsWith("waiting"))
                .hasSize(2);
    }

    @Test
    void noRoomIsNoLine() {
        begin(2);

        assertThat(board.lines(WIDTH, 0)).isEqualTo(List.of());
    }

    private void accept(RunEvent event) {
        tracker.accept(event);
        board.show(tracker.snapshot());
    }

    private void begin(int tasks) {
        accept(new RunStarted(0, 0, "run-1", "count", "parallel", Map.of(), tasks));
    }

    private void start(int task) {
        accept(new TaskStarted(0, 0, task, "task-" + task, "worker"));
    }
}
