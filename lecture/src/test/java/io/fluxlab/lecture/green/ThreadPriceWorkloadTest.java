package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.green.ThreadPriceWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadPriceWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new ThreadPriceWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("threads", 50, "processes", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("threads", 50, "sleepMillis", 3_600_000);
    }

    /** Figures differ. */
    @Override
    protected Object lasting(Object item) {
        Price price = (Price) item;
        return List.of(price.runtime(), price.what());
    }

    @Test
    void aProcessOfItsOwnIsDearerThanAThread() {
        RunLog run = run("bounded-elastic");

        assertThat(run.failures()).isEmpty();
        List<Price> java = run.flatItems().stream()
                .map(Price.class::cast)
                .filter(price -> price.runtime().equals(Price.java()))
                .toList();
        assertThat(java).extracting(Price::what).containsExactly(Price.THREAD, Price.GREEN_THREAD, Price.PROCESS);
        assertThat(java.get(2).startMicros()).isGreaterThan(java.get(0).startMicros());
        assertThat(java).allSatisfy(price -> assertThat(price.count()).isPositive());
    }
}
