package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.CrashingWorkload.Fault;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.Story;
import io.fluxlab.run.Viewer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose workers are lost: its items are complete and without repeats, whatever happens. */
class LostWorkerTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Pattern PID = Pattern.compile("pid (\\d+) ");
    private static final int ITEMS = 3_000;

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
    void theTaskOfAWorkerThatIsKilledGoesToAnother() throws IOException {
        Viewer viewer = watch(new ClusterLane(), 4, ITEMS, Fault.HANGS, 1);

        signal(viewer, "-KILL");

        assertThatAllItemsCameOnce(viewer, 4, ITEMS);
    }

    @Test
    void theTaskOfAWorkerThatStopsAnsweringGoesToAnother() throws IOException {
        Viewer viewer = watch(new ClusterLane().withPatience(Duration.ofSeconds(1)), 4, ITEMS, Fault.HANGS, 1);

        long frozen = signal(viewer, "-STOP");

        assertThatAllItemsCameOnce(viewer, 4, ITEMS);
        assertThat(ProcessHandle.of(frozen)).isEmpty();
    }

    @Test
    void aTaskThatEndsThreeWorkersFailsAlone() {
        Story story = end(watch(new ClusterLane(), 4, ITEMS, Fault.EXITS, 100));

        assertThat(board.get(Count.RAN)).isEqualTo(3);
        assertThat(story.end().status()).isEqualTo(Status.FAILED);
        assertThat(story.failures()).containsExactly(Map.entry(CrashingWorkload.FAULTY, "process-failed"));
        assertThat(story.all(TaskFailed.class).get(0).error().message()).contains("has ended 3 workers");
        IntStream.of(0, 1, 3).forEach(task -> assertThat(story.items()).containsEntry(task, items(ITEMS)));
        guests.leaveWithinASecond();
    }

    /** Of many short tasks, which go in groups, with a worker killed again and again. */
    @Test
    void killsAtRandomNeitherLoseNorRepeatAnything() throws IOException {
        int tasks = 2_000;
        Random random = new Random(15);
        Viewer viewer = watch(new ClusterLane(), tasks, 100, Fault.EXITS, 0);
        List<Long> killed = new ArrayList<>();

        for (int kill = 1; kill <= 3; kill++) {
            int upTo = kill * tasks / 5 + random.nextInt(tasks / 10);
            await().atMost(LONG).until(() -> viewer.count(TaskStarted.class) > upTo);
            List<ProcessHandle> workers = ProcessHandle.current().children().toList();
            ProcessHandle victim = workers.get(random.nextInt(workers.size()));
            victim.destroyForcibly();
            killed.add(victim.pid());
        }

        assertThat(killed).hasSize(3);
        assertThatAllItemsCameOnce(viewer, tasks, 100);
    }

    private Viewer watch(ClusterLane lane, int tasks, int items, Fault fault, int times) {
        Viewer viewer = new Viewer();
        LocalLab.builder()
                .lane(lane)
                .build()
                .run(RunRequest.of("crashing", "cluster")
                        .with(CrashingWorkload.parameters(tasks, items, fault, times, board)))
                .subscribe(viewer);
        viewer.wantAll();
        return viewer;
    }

    /** Sends a signal to the worker that hangs, once its task is known to. */
    private static long signal(Viewer viewer, String signal) throws IOException {
        await().atMost(LONG)
                .until(() -> viewer.events().stream()
                        .anyMatch(event ->
                                event instanceof TaskProgress progress && progress.task() == CrashingWorkload.FAULTY));
        String worker = viewer.events().stream()
                .filter(event -> event instanceof TaskStarted started && started.task() == CrashingWorkload.FAULTY)
                .map(event -> ((TaskStarted) event).worker())
                .findFirst()
                .orElseThrow();
        Matcher pid = PID.matcher(worker);
        assertThat(pid.find()).as(worker).isTrue();
        new ProcessBuilder("kill", signal, pid.group(1)).start();
        return Long.parseLong(pid.group(1));
    }

    private void assertThatAllItemsCameOnce(Viewer viewer, int tasks, int count) {
        Story story = end(viewer);
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        Map<Integer, List<Object>> items = story.items();
        assertThat(items)
                .hasSize(tasks)
                .allSatisfy((task, each) -> assertThat(each).isEqualTo(items(count)));
        guests.leaveWithinASecond();
    }

    private static Story end(Viewer viewer) {
        await().atMost(LONG).until(viewer::hasEnded);
        assertThat(viewer.error()).isNull();
        return viewer.story();
    }

    private static List<Object> items(int count) {
        return IntStream.range(0, count).<Object>mapToObj(Integer::valueOf).toList();
    }
}
