package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.threads.ForgottenWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgottenWorkloadTest extends WorkloadContract<Parameters> {

    private static final String LANE = "bounded-elastic";

    @Override
    protected Workload<Parameters> workload() {
        return new ForgottenWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("workMillis", 100);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000, "limitMillis", 7_200_000);
    }

    /** A daemon's work may be lost before it has begun. */
    @Override
    protected Object lasting(Object item) {
        Ending ending = (Ending) item;
        return List.of(ending.forgotten(), ending.daemon(), ending.mainEnded(), ending.doneBeforeMain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux"})
    void whatIsNotStartedRunsNothing(String carrier) {
        assertThat(endings(carrier))
                .filteredOn(ending -> ending.forgotten() == Forgotten.START)
                .hasSize(2)
                .allSatisfy(ending -> assertThat(ending.said()).containsExactly(ForgottenProgram.MAIN_ENDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux"})
    void workThatNobodyWaitsForIsLostOnADaemonOnly(String carrier) {
        List<Ending> forgotten = endings(carrier).stream()
                .filter(ending -> ending.forgotten() == Forgotten.JOIN)
                .toList();

        assertThat(forgotten).extracting(Ending::daemon).containsExactly(true, false);
        assertThat(forgotten).extracting(Ending::done).containsExactly(false, true);
        assertThat(forgotten).noneMatch(Ending::doneBeforeMain);
        assertThat(forgotten.get(1).said()).endsWith(ForgottenProgram.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux"})
    void whatIsAwaitedIsDoneBeforeMainEnds(String carrier) {
        assertThat(endings(carrier))
                .filteredOn(ending -> ending.forgotten() == Forgotten.NOTHING)
                .singleElement()
                .satisfies(ending -> assertThat(ending.said())
                        .containsExactly(ForgottenProgram.BEGUN, ForgottenProgram.DONE, ForgottenProgram.MAIN_ENDS));
    }

    @Test
    void programThatTakesTooLongIsKilledAndNamed() {
        RunLog run = run(LANE, Map.of("workMillis", 3_600_000, "limitMillis", 1500));

        assertThat(run.failures())
                .hasSize(2)
                .allMatch(message -> message.contains("the program did not end within 1500 ms"));
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private List<Ending> endings(String carrier) {
        RunLog run = run(LANE, Map.of("carrier", carrier, "workMillis", 100));
        assertThat(run.failures()).isEmpty();
        return run.flatItems().stream().map(Ending.class::cast).toList();
    }
}
