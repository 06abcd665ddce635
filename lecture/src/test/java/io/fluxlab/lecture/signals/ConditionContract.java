package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.ConditionMoment.TimedWait;
import io.fluxlab.lecture.signals.ConditionWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all ways to wait for an item keep. */
abstract class ConditionContract extends WorkloadContract<Parameters> {

    private final String waiting;

    ConditionContract(String waiting) {
        this.waiting = waiting;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new ConditionWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("waiting", waiting, "consumers", 4, "items", 50, "spurious", 10, "limitMillis", 5);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("waiting", waiting, "limitMillis", 3_600_000);
    }

    /** How often the scheduler let a consumer be woken for nothing is no two times the same. */
    @Override
    protected Object lasting(Object item) {
        return ((ConditionMoment) item).moment();
    }

    @Test
    void timeLimitIsReported() {
        TimedWait moment = moment(TimedWait.class);

        assertThat(moment.notified()).isFalse();
        assertThat(moment.limitMillis()).isEqualTo(5);
        assertThat(moment.waitedMillis()).isGreaterThanOrEqualTo(5);
    }

    final <M extends ConditionMoment> M moment(Class<M> type) {
        return run("bounded-elastic").flatItems().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
