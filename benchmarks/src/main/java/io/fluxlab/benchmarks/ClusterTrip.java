package io.fluxlab.benchmarks;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** What a task's way through a broker to one of two workers and back takes, in groups and alone. */
final class ClusterTrip implements Benchmark {

    /** So few for each lane that none is grouped: a group is never more than half of a lane's share. */
    private static final int ALONE = 4;

    @Override
    public String name() {
        return "cluster-trip";
    }

    @Override
    public void measure(Size size, Report report) {
        KeptLane kept = new ClusterLane().keep().orElseThrow();
        Runs runs = new Runs(LocalLab.builder().lane(kept.lane()).build());
        try {
            int tasks = size.pick(2_000, 100_000);
            double[] grouped = new double[size.pick(1, 9)];
            micros(runs, tasks); // the first run waits for workers
            for (int i = 0; i < grouped.length; i++) {
                grouped[i] = micros(runs, tasks);
            }
            report.figure(
                    this,
                    "an empty task in groups, two workers, %,d tasks".formatted(tasks),
                    Spread.of(grouped),
                    Unit.MICROSECONDS,
                    Target.atMost(30));
            double[] alone = new double[size.pick(2, 201)];
            for (int i = 0; i < alone.length; i++) {
                alone[i] = micros(runs, ALONE);
            }
            report.figure(
                    this,
                    "an empty task alone, two workers, runs of %d tasks".formatted(ALONE),
                    Spread.of(alone),
                    Unit.MICROSECONDS,
                    Target.atMost(500));
        } finally {
            kept.close().block();
        }
    }

    /** The run's time for each of its tasks. */
    private static double micros(Runs runs, int tasks) {
        RunRequest request =
                RunRequest.of("empty", "cluster").with(Map.of("tasks", tasks)).with(BystanderRate.NONE);
        return runs.summary(request).wallNanos() / 1e3 / tasks;
    }
}
