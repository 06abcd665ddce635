package io.fluxlab.lecture.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.loops.AsyncioWorkload.Parameters;
import io.fluxlab.lecture.loops.CoroutineMoment.Ended;
import io.fluxlab.lecture.loops.CoroutineMoment.Printed;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncioWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new AsyncioWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("from", 20, "pauseMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("from", 100_000, "pauseMillis", 60_000);
    }

    /** The loop's thread is named after the lane. */
    @Override
    protected Object lasting(Object item) {
        return switch ((CoroutineMoment) item) {
            case Printed printed -> printed.text();
            case Ended ended -> List.of(ended.calcEnded(), ended.statusEnded(), ended.res());
        };
    }

    /** The lines that the lecture's program has printed with the same start, run by CPython 3.11. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 30, 25, 15, 1})
    void printsWhatPythonPrintsInThatOrder(int from) throws IOException {
        List<String> observed = Files.readAllLines(Path.of("src/test/resources/asyncio/from-%d.txt".formatted(from)));

        assertThat(lines(run("event-loop", Map.of("from", from, "pauseMillis", 1))))
                .isEqualTo(observed);
    }

    @RepeatedTest(20)
    void orderIsTheSameWithoutPauses() {
        assertThat(lines(run("event-loop", Map.of("from", 12, "pauseMillis", 0))))
                .containsExactly("12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(lines(run("event-loop", Map.of("from", 20, "pauseMillis", 0))))
                .startsWith("20", "20 numbers remain", "19")
                .containsSubsequence("11", "10", "10 numbers remain", "9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual"})
    void oneThreadRunsBothWhateverTheLane(String lane) {
        RunLog run = run(lane);

        assertThat(ended(run).threads()).hasSize(1);
        assertThat(run.flatItems())
                .filteredOn(Printed.class::isInstance)
                .extracting(item -> ((Printed) item).thread())
                .containsOnly(ended(run).threads().get(0));
    }

    @Test
    void statusHasToBeToldToEnd() {
        assertThat(ended(run("event-loop")))
                .returns(true, Ended::calcEnded)
                .returns(false, Ended::statusEnded)
                .returns(10, Ended::res);
    }

    @Test
    void statusEndsBeforeTheFirstNoteWhereTheStartIsNoMultipleOfTen() {
        assertThat(ended(run("event-loop", Map.of("from", 5, "pauseMillis", 1))))
                .returns(true, Ended::statusEnded);
    }

    private static List<String> lines(RunLog run) {
        return run.flatItems().stream()
                .filter(Printed.class::isInstance)
                .map(item -> ((Printed) item).text())
                .toList();
    }

    private static Ended ended(RunLog run) {
        return (Ended) run.flatItems().get(run.flatItems().size() - 1);
    }
}
