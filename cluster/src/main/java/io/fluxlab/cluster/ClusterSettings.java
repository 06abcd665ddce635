package io.fluxlab.cluster;

import io.fluxlab.parameter.Param;

/**
 * What the lane {@code cluster} can be set to, where it makes workers of its own. Immutable.
 *
 * @param workers how many worker JVMs
 * @param lanes how many tasks run at once where a request does not say; 0 is one per CPU
 * @param heapMegabytes the most heap of each
 */
public record ClusterSettings(
        @Param(value = "worker JVMs on this machine", min = 1, max = ClusterSettings.MOST_WORKERS)
        int workers,

        @Param(value = "tasks at once in all of them, 0 for one per CPU", min = 0, max = ClusterSettings.MOST_LANES)
        int lanes,

        @Param(value = "megabytes of heap that each worker may have", min = 16, max = 1_048_576)
        int heapMegabytes) {

    /** Each worker is a JVM. */
    static final int MOST_WORKERS = 64;

    static final int MOST_LANES = 256;

    /** Two workers, one task per CPU. */
    public static final ClusterSettings DEFAULT = new ClusterSettings(2, 0, 512);

    int lanesOrUsual() {
        return lanes == 0 ? Runtime.getRuntime().availableProcessors() : lanes;
    }
}
