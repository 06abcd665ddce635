package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.threads.MainGuardWorkload.Family;
import io.fluxlab.lecture.threads.MainGuardWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainGuardWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new MainGuardWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("children", 1, "bound", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000, "limitMillis", 7_200_000);
    }

    @Test
    void onlyTheBoundEndsAProgramWithoutTheGuard() {
        RunLog run = run("bounded-elastic");

        assertThat(run.failures()).isEmpty();
        assertThat(run.flatItems())
                .containsExactlyInAnyOrder(
                        new Family(true, 1, 2, List.of(1L, 1L, 0L), 2, 0),
                        new Family(false, 1, 2, List.of(1L, 1L, 1L), 3, 1));
    }
}
