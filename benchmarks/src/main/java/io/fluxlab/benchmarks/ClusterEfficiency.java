package io.fluxlab.benchmarks;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.RunRequest;
import java.util.Map;
import java.util.ServiceLoader;

/** What tasks of some 50 ms take in a cluster's workers, over what they take in child processes that are kept as well. */
final class ClusterEfficiency implements Benchmark {

    private static final int MILLION = 1_000_000;

    @Override
    public String name() {
        return "cluster-efficiency";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        KeptLane cluster = new ClusterLane().keep().orElseThrow();
        KeptLane process = process().keep().orElseThrow();
        Runs runs = new Runs(
                LocalLab.builder().lane(cluster.lane()).lane(process.lane()).build());
        try {
            Map<String, Object> parameters =
                    Map.of("tasks", size.pick(4, 60), "n", (long) size.pick(10, 175) * MILLION);
            RunRequest there = RunRequest.of("count", "cluster").with(parameters);
            RunRequest near = RunRequest.of("count", "process").with(parameters);
            Turns walls = Turns.of(
                    1,
                    size.pick(1, 11),
                    () -> runs.summary(there).wallNanos(),
                    () -> runs.summary(near).wallNanos());
            report.figure(
                    this,
                    "`count`, 60 tasks, wall time on `cluster` over `process`",
                    walls.each(wall -> wall.get(0) / wall.get(1)),
                    Unit.RATIO,
                    Target.atMost(1.05));
            report.yardstick(
                    this,
                    "a task's time on `process`",
                    walls.each(wall -> wall.get(1) / 1e6 / size.pick(4, 60) * 2),
                    Unit.MILLISECONDS);
        } finally {
            cluster.close().block();
            process.close().block();
        }
    }

    private static Lane process() {
        for (Lane each : ServiceLoader.load(Lane.class)) {
            if (each.name().equals("process")) {
                return each;
            }
        }
        throw new IllegalStateException("no lane process");
    }
}
