package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lane {@code cluster} in comparisons of the command. */
class ClusterComparisonTest {

    @Test
    void workersOutliveARunSoThatNoneIsIsolated() {
        CommandRun run = CommandRun.of("compare", "primes", "--lanes", "parallel,cluster:workers=1", "--isolate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "fluxlab: cluster:workers=1 has no fresh JVM for each run: its tasks run in workers, which go on"
                                + " from run to run\n");
    }
}
