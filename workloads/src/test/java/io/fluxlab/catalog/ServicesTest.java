package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The workloads are there wherever the module is. */
class ServicesTest {

    @Test
    void aLabFindsThemAll() {
        assertThat(LocalLab.create().workloads().map(WorkloadInfo::name).toIterable())
                .contains("count", "digest", "fetch", "orders", "primes", "render", "sleep")
                .contains(
                        "blocked-handler",
                        "busy-virtual",
                        "eager-just",
                        "few-permits",
                        "filter-when",
                        "group-by",
                        "interval-overflow",
                        "nested-subscribe-on",
                        "one-client-loop",
                        "shared-timer",
                        "uuid-hop");
    }

    @Test
    void anApplicationsOwnTakesThePlaceOfItsNamesake() {
        LocalLab lab =
                LocalLab.builder().workload(Workload.of("sleep", () -> "awake")).build();

        RunLog run = RunLog.of(lab, RunRequest.of("sleep", "immediate").with(Map.of("tasks", 1, "calls", 1)));

        assertThat(run.flatItems()).containsExactly("awake");
    }
}
