package io.fluxlab.lecture.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.processes.CubePool.Cubed;
import io.fluxlab.lecture.processes.CubePool.Handled;
import io.fluxlab.lecture.processes.PoolWorkload.Parameters;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.Viewer;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

class PoolWorkloadTest extends WorkloadContract<Parameters> {

    private static final String LANE = "event-loop";

    @Override
    protected Workload<Parameters> workload() {
        return new PoolWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 2, "numbers", 3, "workMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("processes", 2, "workMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        return item instanceof Cubed cubed ? List.of(cubed.number(), cubed.cube()) : Handled.class;
    }

    @Test
    void resultsComeInTheOrderOfTheNumbersThoughOthersFinishBefore() {
        List<Cubed> cubes = cubes(run(LANE, Map.of("workMillis", 1000)));

        assertThat(cubes).extracting(Cubed::cube).containsExactly(1L, 8L, 27L, 64L, 125L, 216L);
        assertThat(cubes)
                .extracting(Cubed::finished)
                .isNotEqualTo(upTo(6))
                .containsExactlyInAnyOrderElementsOf(upTo(6));
    }

    @Test
    void withoutAnOrderResultsComeAsTheyFinish() {
        List<Cubed> cubes = cubes(run(LANE, Map.of("workMillis", 1000, "order", "completion")));

        assertThat(cubes).extracting(Cubed::finished).isEqualTo(upTo(6));
        assertThat(cubes).extracting(Cubed::number).isNotEqualTo(upTo(6)).containsExactlyInAnyOrderElementsOf(upTo(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "completion"})
    void eachProcessListsWhatItHasHandledAndNothingElse(String order) {
        RunLog run = run(LANE, Map.of("processes", 3, "numbers", 50, "workMillis", 5, "order", order));
        List<Cubed> cubes = cubes(run);
        List<Handled> lists = lists(run);

        assertThat(lists).hasSize(3).extracting(Handled::process).doesNotHaveDuplicates();
        assertThat(lists)
                .noneMatch(list -> list.process() == ProcessHandle.current().pid());
        assertThat(lists.stream().flatMap(list -> list.handled().stream()))
                .containsExactlyInAnyOrderElementsOf(upTo(50));
        assertThat(lists)
                .allSatisfy(list -> assertThat(list.handled())
                        .containsExactlyInAnyOrderElementsOf(cubes.stream()
                                .filter(cube -> cube.process() == list.process())
                                .map(Cubed::number)
                                .toList()));
        assertThat(lists).anyMatch(list -> list.handled().size() > 1);
    }

    /** The first of many takes about as long as two of them; a bound at the number of processes would stop the other. */
    @Test
    void aSlowNumberKeepsNoFreeProcessFromTheNext() {
        List<Cubed> cubes = cubes(run(LANE, Map.of("processes", 4, "numbers", 6, "workMillis", 1000)));

        assertThat(cubes.get(0).finished()).isGreaterThan(1);
        assertThat(cubes.get(4).listed()).hasSize(2);
    }

    @Test
    void processesThatHadNothingToDoSaySo() {
        List<Handled> lists = lists(run(LANE, Map.of("processes", 3, "numbers", 1, "workMillis", 1)));

        assertThat(lists).extracting(Handled::handled).containsExactlyInAnyOrder(List.of(1), List.of(), List.of());
    }

    @Test
    void cancelLeavesNoProcess() {
        Guests guests = new Guests();
        Disposable run = lab().run(RunRequest.of("pool", LANE).with(endless())).subscribe(event -> {}, error -> {});
        await().until(() -> ProcessHandle.current().children().count() >= 2);

        run.dispose();

        guests.leaveWithinASecond();
    }

    @Test
    void aProcessThatIsLostFailsTheTaskAndIsNamed() {
        Guests guests = new Guests();
        Viewer viewer = new Viewer();
        lab().run(RunRequest.of("pool", LANE).with(Map.of("processes", 1, "numbers", 10_000, "workMillis", 1000)))
                .subscribe(viewer);
        viewer.wantAll();
        await().until(() -> viewer.events().stream().anyMatch(TaskProgress.class::isInstance));

        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);

        await().until(viewer::hasEnded);
        assertThat(viewer.story().failures()).containsExactly(Map.entry(0, "process-failed"));
        guests.leaveWithinASecond();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Cubed> cubes(RunLog run) {
        return items(run, Cubed.class).toList();
    }

    private static List<Handled> lists(RunLog run) {
        return items(run, Handled.class).toList();
    }

    private static <T> Stream<T> items(RunLog run, Class<T> type) {
        assertThat(run.failures()).isEmpty();
        return run.flatItems().stream().filter(type::isInstance).map(type::cast);
    }
}
