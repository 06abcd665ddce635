package io.fluxlab.benchmarks;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.cluster.ClusterSettings;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Many small workers and many short tasks, with workers killed all the time: whether each task comes once, and what the coordinator's heap does. */
final class ClusterCrowd implements Benchmark {

    private static final int SEED = 15;

    @Override
    public String name() {
        return "cluster-crowd";
    }

    @Override
    public void measure(Size size, Report report) {
        int workers = size.pick(4, 32);
        int tasks = size.pick(2_000, 100_000);
        int kills = size.pick(1, 10);
        Progress crowd = new Progress(tasks, kills);
        RunRequest request = RunRequest.of("primes", "cluster")
                .with(Map.of("to", tasks * 100L, "tasks", tasks, "emit", "counts"))
                .with(BystanderRate.NONE);
        long start = System.nanoTime();
        LocalLab.builder()
                .lane(new ClusterLane().with(new ClusterSettings(workers, workers, 32)))
                .build()
                .run(request)
                .doOnNext(crowd::hear)
                .blockLast();
        double seconds = (System.nanoTime() - start) / 1e9;
        String what = "%d workers, %,d tasks, %d kills".formatted(workers, tasks, crowd.killed);
        report.figure(
                this,
                what + ": tasks that ended once",
                Spread.of(crowd.once()),
                Unit.COUNT,
                Target.within(tasks, tasks));
        report.figure(
                this,
                what + ": live heap at the end over that after a tenth",
                Spread.of((double) crowd.heapAtEnd / crowd.heapEarly),
                Unit.RATIO,
                Target.atMost(1.5));
        report.yardstick(this, what + ": live heap at the end", Spread.of((double) crowd.heapAtEnd), Unit.BYTES);
        report.yardstick(this, what + ": from the request to the end", Spread.of(seconds), Unit.SECONDS);
    }

    /** What came, and who was killed. */
    private static final class Progress {

        private final int tasks;
        private final int kills;
        private final Random random = new Random(SEED);
        private final BitSet ended = new BitSet();
        private final BitSet emitted = new BitSet();
        private int repeated;
        private int killed;
        private long heapEarly;
        private long heapAtEnd;

        private Progress(int tasks, int kills) {
            this.tasks = tasks;
            this.kills = kills;
        }

        private void hear(RunEvent event) {
            if (event instanceof TaskItems items) {
                repeated += emitted.get(items.task()) ? 1 : 0;
                emitted.set(items.task());
            } else if (event instanceof TaskFinished finished) {
                repeated += ended.get(finished.task()) ? 1 : 0;
                ended.set(finished.task());
                progressed(ended.cardinality());
            } else if (event instanceof RunFinished end && end.status() != Status.COMPLETED) {
                throw new IllegalStateException("the run is " + end.status());
            }
        }

        private void progressed(int count) {
            if (count == tasks / 10) {
                heapEarly = liveHeap();
            } else if (count == tasks) {
                heapAtEnd = liveHeap();
            }
            if (killed < kills && count >= (killed + 1) * tasks / (kills + 1)) {
                List<ProcessHandle> workers = ProcessHandle.current().children().toList();
                workers.get(random.nextInt(workers.size())).destroyForcibly();
                killed++;
            }
        }

        private double once() {
            ended.and(emitted);
            return ended.cardinality() - repeated;
        }

        private static long liveHeap() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
