package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.green.GreenThreadsWorkload.Parameters;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all sleepers keep. */
abstract class GreenThreadsContract extends WorkloadContract<Parameters> {

    static final int COUNT = 300;

    /** Sleepers wake and sleep again until all have begun: hundreds that do so each millisecond keep a machine busy. */
    private static final int SLEEP_MILLIS = 100;

    private final String sleeper;

    GreenThreadsContract(String sleeper) {
        this.sleeper = sleeper;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new GreenThreadsWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("sleeper", sleeper, "count", COUNT, "sleepMillis", SLEEP_MILLIS, "rounds", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("sleeper", sleeper, "count", COUNT, "sleepMillis", 3_600_000, "rounds", 1);
    }

    @Override
    protected boolean showsThatATaskIsBusy(RunEvent event) {
        return event instanceof TaskProgress;
    }

    /** Costs are measured. */
    @Override
    protected Object lasting(Object item) {
        return List.of(((Cost) item).sleeper(), ((Cost) item).asleep());
    }

    @Test
    void allSleepAtOnce() {
        assertThat(run("bounded-elastic").flatItems())
                .hasSize(2)
                .allSatisfy(cost -> assertThat(((Cost) cost).asleep()).isEqualTo(COUNT));
    }

    @Test
    void startingTakesTime() {
        assertThat(cost(COUNT).startMicros()).isPositive();
    }

    final Cost cost(int count) {
        Map<String, Object> parameters =
                Map.of("sleeper", sleeper, "count", count, "sleepMillis", SLEEP_MILLIS, "rounds", 1);
        return (Cost) run("bounded-elastic", parameters).flatItems().get(0);
    }
}
