package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.catalog.DigestWorkload.Parameters;
import io.fluxlab.workload.ComputingWorkloadContract;
import io.fluxlab.workload.Workload;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What both ways to digest keep. */
abstract class DigestWorkloadContract extends ComputingWorkloadContract<Parameters> {

    private final String algorithm;

    DigestWorkloadContract(String algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new DigestWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return parameters(600, 3);
    }

    @Override
    protected Map<String, Object> endless() {
        return parameters(1_000_000_000, 64);
    }

    @Test
    void everyTaskHasADigestOfItsOwn() {
        assertThat(digests(600))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(digest ->
                        assertThat(HexFormat.of().parseHex((String) digest)).hasSize(32));
    }

    @Test
    void everyIterationCounts() {
        assertThat(digests(601)).doesNotContainAnyElementsOf(digests(600));
        assertThat(digests(2)).doesNotContainAnyElementsOf(digests(1));
    }

    private List<Object> digests(int iterations) {
        return run("parallel", parameters(iterations, 3)).flatItems();
    }

    private Map<String, Object> parameters(int iterations, int tasks) {
        return Map.of("algorithm", algorithm, "iterations", iterations, "tasks", tasks);
    }
}
