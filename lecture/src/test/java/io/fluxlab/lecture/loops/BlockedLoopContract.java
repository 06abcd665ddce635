package io.fluxlab.lecture.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.loops.BlockedLoopWorkload.Parameters;
import io.fluxlab.lecture.loops.CoroutineMoment.Ended;
import io.fluxlab.lecture.loops.CoroutineMoment.Printed;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the coroutines keep wherever the call is made. */
abstract class BlockedLoopContract extends WorkloadContract<Parameters> {

    static final int BLOCK_MILLIS = 400;

    private final String where;

    BlockedLoopContract(String where) {
        this.where = where;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new BlockedLoopWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("where", where, "blockMillis", BLOCK_MILLIS, "from", 20, "pauseMillis", 5);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("where", where, "blockMillis", 3_600_000, "from", 1, "pauseMillis", 5);
    }

    /** Threads are named after lanes, and pauses are what they are. */
    @Override
    protected Object lasting(Object item) {
        return switch ((CoroutineMoment) item) {
            case Printed printed -> printed.text();
            case Ended ended -> List.of(ended.calcEnded(), ended.statusEnded(), ended.res());
        };
    }

    @Test
    void coroutinesStayOnTheLoop() {
        assertThat(ended(run("event-loop")).threads()).hasSize(1);
    }

    static Ended ended(RunLog run) {
        return (Ended) run.flatItems().get(run.flatItems().size() - 1);
    }

    static double bystanderMillis(RunLog run) {
        return run.finished().summary().bystander().maxNanos() / 1e6;
    }
}
