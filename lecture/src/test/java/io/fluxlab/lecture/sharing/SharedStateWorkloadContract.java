package io.fluxlab.lecture.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.sharing.CounterTrial.Count;
import io.fluxlab.lecture.sharing.ListTrial.Iterations;
import io.fluxlab.lecture.sharing.NameTrial.Names;
import io.fluxlab.lecture.sharing.SharedStateWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;

/** What all ways to share keep. */
abstract class SharedStateWorkloadContract extends WorkloadContract<Parameters> {

    private final String variant;

    SharedStateWorkloadContract(String variant) {
        this.variant = variant;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new SharedStateWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("variant", variant, "steps", 5000, "rounds", 4);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("variant", variant, "steps", 1_000_000_000, "rounds", 20, "limitMillis", 3_600_000);
    }

    /** What was counted is chance; what was counted is not. */
    @Override
    protected Object lasting(Object item) {
        return item.getClass();
    }

    final Found found() {
        RunLog run = run("bounded-elastic");
        assertThat(run.failures()).isEmpty();
        List<Object> items = run.flatItems();
        return new Found((Names) items.get(0), (Iterations) items.get(1), (Count) items.get(2));
    }

    record Found(Names names, Iterations list, Count counter) {}
}
