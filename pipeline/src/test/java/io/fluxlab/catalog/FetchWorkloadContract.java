package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.catalog.FetchWorkload.Parameters;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.RunThreads;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both ways to fetch keep. */
abstract class FetchWorkloadContract extends WorkloadContract<Parameters> {

    private final String style;

    FetchWorkloadContract(String style) {
        this.style = style;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new FetchWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return parameters(5, 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return parameters(5, 3_600_000);
    }

    @Test
    void itemIsTheBodyOfTheResponse() {
        assertThat(run("virtual").flatItems())
                .containsExactly("answer to /0", "answer to /1", "answer to /2", "answer to /3", "answer to /4");
    }

    @Test
    void manyRequestsAreOnTheirWayAtOnce() {
        RunLog run = run("virtual", parameters(500, 20));

        List<String> expected =
                IntStream.range(0, 500).mapToObj(task -> "answer to /" + task).toList();
        assertThat(run.failures()).isEmpty();
        assertThat(run.flatItems()).isEqualTo(List.<Object>copyOf(expected));
    }

    @Test
    void planThatNeverOpenedHasNothingToClose() {
        RunThreads threads = RunThreads.now();
        Plan plan = workload().plan(schema().read(brief()));

        plan.close().block();

        threads.assertNoneLeft();
    }

    private Map<String, Object> parameters(int requests, int latencyMillis) {
        return Map.of("requests", requests, "latencyMillis", latencyMillis, "style", style);
    }
}
