package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.process.FaultyWorkload.Fault;
import io.fluxlab.process.pool.PoolSettings;
import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.Story;
import io.fluxlab.run.Viewer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** What becomes of a run whose processes are lost: its items are complete and without repeats, whatever happens. */
class LostProcessTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Board board;
    private Guests guests;

    @BeforeEach
    void begin() {
        board = Board.at(folder.resolve("board"));
        guests = new Guests(board);
    }

    @Test
    void theTaskOfAProcessThatIsKilledGoesToAnother() {
        Viewer viewer = watch(new ProcessLane(), Fault.HANGS, 1);

        kill(viewer, "-KILL");

        assertThatAllItemsCameOnce(viewer);
    }

    @Test
    void theTaskOfAProcessThatStopsAnsweringGoesToAnother() {
        ProcessLane lane = new ProcessLane().with(PoolSettings.DEFAULT.withPatience(Duration.ofSeconds(1)));
        Viewer viewer = watch(lane, Fault.HANGS, 1);

        kill(viewer, "-STOP");

        assertThatAllItemsCameOnce(viewer);
    }

    @Test
    void theTaskOfAProcessThatExitsGoesToAnother() {
        assertThatAllItemsCameOnce(watch(new ProcessLane(), Fault.EXITS, 2));
        assertThat(board.get(Count.RAN)).isEqualTo(3);
    }

    @Test
    void theTaskOfAProcessThatRunsOutOfMemoryGoesToAnother() {
        assertThatAllItemsCameOnce(watch(smallHeap(), Fault.RUNS_OUT_OF_MEMORY, 1));
        assertThat(board.get(Count.RAN)).isEqualTo(2);
    }

    @Test
    void aTaskThatEndsThreeProcessesFailsAlone() {
        Story story = end(watch(smallHeap(), Fault.RUNS_OUT_OF_MEMORY, 100));

        assertThat(board.get(Count.RAN)).isEqualTo(3);
        assertThat(story.end().status()).isEqualTo(Status.FAILED);
        assertThat(story.failures()).containsExactly(Map.entry(FaultyWorkload.FAULTY, "process-failed"));
        assertThat(story.all(TaskFailed.class).get(0).error().message())
                .contains("has ended 3 processes", "OutOfMemoryError");
        IntStream.of(0, 1, 3).forEach(task -> assertThat(story.items()).containsEntry(task, allItems()));
        guests.leaveWithinASecond();
    }

    @Test
    void processesThatDoNotComeToLifeFailTheRun() {
        ProcessLane lane = new ProcessLane().with(new ProcessSettings(0, 1 << 30));
        Viewer viewer = watch(lane, Fault.EXITS, 0);

        await().atMost(LONG).until(viewer::hasEnded);
        assertThat(viewer.error()).hasMessageContaining("do not come to life");
        guests.leaveWithinASecond();
    }

    @Test
    void processesCanSpeakOverLoopbackToo() {
        assertThatAllItemsCameOnce(watch(new ProcessLane().with(PoolSettings.DEFAULT.onLoopback()), Fault.EXITS, 1));
    }

    private static ProcessLane smallHeap() {
        return new ProcessLane().with(new ProcessSettings(2, 32));
    }

    private Viewer watch(ProcessLane lane, Fault fault, int times) {
        Viewer viewer = new Viewer();
        Flux<RunEvent> run = LocalLab.builder()
                .lane(lane)
                .build()
                .run(RunRequest.of("faulty", "process").with(FaultyWorkload.parameters(fault, times, board)));
        run.subscribe(viewer);
        viewer.wantAll();
        return viewer;
    }

    /** Sends a signal to the process that hangs, once its task is known to. */
    private void kill(Viewer viewer, String signal) {
        await().atMost(LONG)
                .until(() -> viewer.events().stream()
                        .anyMatch(event ->
                                event instanceof TaskProgress progress && progress.task() == FaultyWorkload.FAULTY));
        String worker = viewer.events().stream()
                .filter(event -> event instanceof TaskStarted started && started.task() == FaultyWorkload.FAULTY)
                .map(event -> ((TaskStarted) event).worker())
                .findFirst()
                .orElseThrow();
        assertThat(worker).matches("pid \\d+ \\S+");
        Signals.send(signal, Signals.pidOf(worker));
    }

    private void assertThatAllItemsCameOnce(Viewer viewer) {
        Story story = end(viewer);
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        IntStream.range(0, FaultyWorkload.TASKS)
                .forEach(task -> assertThat(story.items()).containsEntry(task, allItems()));
        guests.leaveWithinASecond();
    }

    private static Story end(Viewer viewer) {
        await().atMost(LONG).until(viewer::hasEnded);
        assertThat(viewer.error()).isNull();
        return viewer.story();
    }

    private static List<Object> allItems() {
        return IntStream.range(0, FaultyWorkload.ITEMS)
                .<Object>mapToObj(Integer::valueOf)
                .toList();
    }
}
