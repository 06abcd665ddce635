package io.fluxlab.benchmarks;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.cluster.ClusterSettings;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/**
 * How many groups a second one broker carries: tasks that only sleep, so long that each goes alone, on more and more lanes. A
 * star that carries all of them has each lane asleep all the time.
 */
final class ClusterStar implements Benchmark {

    private static final int WORKERS = 4;
    private static final int MILLIS = 30;
    private static final int MILLIS_IN_A_SECOND = 1_000;

    @Override
    public String name() {
        return "cluster-star";
    }

    @Override
    public void measure(Size size, Report report) {
        for (int lanes : new int[] {16, 64, 256}) {
            KeptLane kept = new ClusterLane()
                    .with(new ClusterSettings(WORKERS, lanes, 64))
                    .keep()
                    .orElseThrow();
            try {
                Runs runs = new Runs(LocalLab.builder().lane(kept.lane()).build());
                int tasks = lanes * size.pick(4, 100);
                perSecond(runs, tasks, lanes);
                double[] found = new double[size.pick(1, 5)];
                for (int i = 0; i < found.length; i++) {
                    found[i] = perSecond(runs, tasks, lanes);
                }
                report.yardstick(
                        this,
                        "groups of one sleep of %d ms on %d lanes; %,d would be all"
                                .formatted(MILLIS, lanes, lanes * MILLIS_IN_A_SECOND / MILLIS),
                        Spread.of(found),
                        Unit.PER_SECOND);
            } finally {
                kept.close().block();
            }
        }
    }

    private static double perSecond(Runs runs, int tasks, int lanes) {
        RunRequest request = RunRequest.of("sleep", "cluster")
                .with(Map.of("tasks", tasks, "minMillis", MILLIS, "maxMillis", MILLIS))
                .withConcurrency(lanes)
                .with(BystanderRate.NONE);
        return tasks * 1e9 / runs.summary(request).wallNanos();
    }
}
