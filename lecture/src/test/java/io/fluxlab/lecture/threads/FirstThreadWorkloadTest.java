package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lecture.threads.FirstThreadWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstThreadWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new FirstThreadWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("a", 7, "b", -8, "c", 9, "thread", "mine", "workMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        Sight sight = (Sight) item;
        return new Sight(sight.way(), sight.a(), sight.b(), sight.c(), sight.thread(), "", sight.seenBeforeStart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual"})
    void everyWayRunsTheBodyWithItsArgumentsOnTheNamedThread(String lane) {
        List<Sight> sights = sights(lane);

        assertThat(sights).extracting(Sight::way).containsExactly(ThreadCreation.values());
        assertThat(sights).allSatisfy(sight -> {
            assertThat(List.of(sight.a(), sight.b(), sight.c())).containsExactly(7, -8, 9);
            assertThat(sight.thread()).isEqualTo("mine");
        });
    }

    @Test
    void starterIsTheLanesThread() {
        assertThat(sights("bounded-elastic"))
                .filteredOn(sight -> sight.way() != ThreadCreation.PROGRAM)
                .hasSize(3)
                .extracting(Sight::starter)
                .allMatch(starter -> starter.startsWith("fluxlab-bounded-elastic-"));
    }

    @Test
    void starterOfAProgramIsItsMainThread() {
        assertThat(sights("bounded-elastic"))
                .filteredOn(sight -> sight.way() == ThreadCreation.PROGRAM)
                .extracting(Sight::starter)
                .containsExactly("main");
    }

    @Test
    void nothingRunsBeforeItsStart() {
        assertThat(sights("parallel")).noneMatch(Sight::seenBeforeStart);
    }

    @Test
    void threadWithoutANameIsRefused() {
        assertThatThrownBy(() -> schema().read(Map.of("thread", " ")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thread must not be blank, was \" \"");
    }

    private List<Sight> sights(String lane) {
        return run(lane).flatItems().stream().map(Sight.class::cast).toList();
    }
}
