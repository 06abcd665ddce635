package io.fluxlab.lecture.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.manager.SharedQueueMoment.ChildGets;
import io.fluxlab.lecture.manager.SharedQueueMoment.Crossing;
import io.fluxlab.lecture.manager.SharedQueueWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedQueueWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new SharedQueueWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 2, "messages", 100, "capacity", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("processes", 16, "messages", 10_000, "limitMillis", 7_200_000);
    }

    /** Who gets what differs. */
    @Override
    protected Object lasting(Object item) {
        return switch ((SharedQueueMoment) item) {
            case ChildGets childGets -> childGets.got();
            case Crossing crossing -> crossing.got();
        };
    }

    @Test
    void whatTheParentPutsAChildGets() {
        ChildGets seen = (ChildGets) items().get(0);

        assertThat(seen.got()).isEqualTo(seen.put()).containsExactly(42, null, "hello");
        assertThat(seen.putBy()).isEqualTo(ProcessHandle.current().pid()).isNotEqualTo(seen.gotBy());
    }

    @Test
    void everyMessageIsGotOnceWhoeverPutsAndGets() {
        Crossing seen = (Crossing) items().get(1);

        assertThat(seen.put()).isEqualTo(200).isEqualTo(seen.got());
        assertThat(seen.twice()).isZero();
        assertThat(seen.overtaken()).isZero();
        assertThat(seen.mostInside()).isLessThanOrEqualTo(1);
    }

    private java.util.List<Object> items() {
        RunLog run = run("event-loop");
        assertThat(run.failures()).isEmpty();
        return run.flatItems();
    }
}
