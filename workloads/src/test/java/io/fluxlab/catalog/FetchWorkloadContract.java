package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.fluxlab.catalog.FetchWorkload.Parameters;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.RunThreads;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both ways to fetch keep. */
abstract class FetchWorkloadContract extends WorkloadContract<Parameters> {

    private static final int RUNS = 10;

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
    void runsKeepNoSocketOpen() {
        run("virtual");
        long before = openFiles();

        for (int i = 0; i < RUNS; i++) {
            run("virtual");
        }

        await().untilAsserted(() -> assertThat(openFiles()).isLessThan(before + RUNS));
    }

    @Test
    void cancelledRunsKeepNoSocketOpen() {
        run("virtual");
        long before = openFiles();

        for (int i = 0; i < RUNS; i++) {
            lab().run(RunRequest.of("fetch", "virtual").with(endless()))
                    .takeUntil(TaskStarted.class::isInstance)
                    .blockLast();
        }

        await().untilAsserted(() -> assertThat(openFiles()).isLessThan(before + RUNS));
    }

    @Test
    void planThatNeverOpenedHasNothingToClose() {
        RunThreads threads = RunThreads.now();
        Plan plan = workload().plan(schema().read(brief()));

        plan.close().block();

        threads.assertNoneLeft();
    }

    private static long openFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
    }

    private Map<String, Object> parameters(int requests, int latencyMillis) {
        return Map.of("requests", requests, "latencyMillis", latencyMillis, "style", style);
    }
}
