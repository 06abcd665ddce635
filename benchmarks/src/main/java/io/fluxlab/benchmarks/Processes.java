package io.fluxlab.benchmarks;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the lane {@code process} costs: its start, a task's way there and back, and CPU; CPython's Pool beside it. */
final class Processes implements Benchmark {

    private static final int WORKERS = 2;

    private final Lab lab = LocalLab.create();
    private final Runs runs = new Runs(lab);

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        double[] starts = new double[size.pick(1, 15)];
        startSeconds();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = startSeconds();
        }
        report.figure(
                this,
                "a pool of two processes, until both are ready",
                Spread.of(starts),
                Unit.SECONDS,
                Target.atMost(0.6));

        double[] trips = new double[size.pick(1, 9)];
        int tasks = size.pick(2_000, 100_000);
        for (int i = 0; i < trips.length; i++) {
            trips[i] = tripMicros(tasks);
        }
        report.figure(
                this,
                "an empty task there and back, two workers, %,d tasks".formatted(tasks),
                Spread.of(trips),
                Unit.MICROSECONDS,
                Target.atMost(100));

        efficiency(size, report);
        yardsticks(size.pick(2_000, 100_000), size.pick(1, 5), report);
    }

    /** The bystander is left out: its connection is not the pool's. */
    private double startSeconds() {
        RunRequest request = RunRequest.of("empty", "process:processes=" + WORKERS)
                .with(Map.of("tasks", WORKERS))
                .with(BystanderRate.NONE);
        long start = System.nanoTime();
        lab.run(request).blockFirst();
        return (System.nanoTime() - start) / 1e9;
    }

    /** From the moment a worker is given a task to the moment it may be given the next one. */
    private double tripMicros(int tasks) {
        RunRequest request = RunRequest.of("empty", "process:processes=" + WORKERS)
                .with(Map.of("tasks", tasks))
                .with(BystanderRate.NONE);
        return runs.summary(request).wallNanos() / 1e3 / tasks * WORKERS;
    }

    private void efficiency(Size size, Report report) throws Exception {
        int cpus = Runtime.getRuntime().availableProcessors();
        Map<String, Object> parameters = Map.of("tasks", cpus, "n", size.pick(20_000_000, 1_000_000_000) * 10L);
        RunRequest immediate = RunRequest.of("count", "immediate").with(parameters);
        RunRequest process = RunRequest.of("count", "process").with(parameters);
        Pairs walls = Pairs.of(
                0,
                size.pick(1, 5),
                () -> runs.summary(immediate).wallNanos(),
                () -> runs.summary(process).wallNanos());
        String what = "`count` on `process`, speed over `immediate` for each of %d CPUs, runs of %.0f s"
                .formatted(cpus, walls.ofOther().median() / 1e9);
        report.figure(this, what, walls.ratio().times(1.0 / cpus), Unit.RATIO, Target.atLeast(0.93));
    }

    private void yardsticks(int tasks, int times, Report report) throws Exception {
        if (!Command.exists("python3")) {
            report.skipped(this, "the same with CPython's multiprocessing.Pool", "no python3 here");
            return;
        }
        String script = Path.of(System.getProperty("fluxlab.root", "."), "benchmarks", "process_pool.py")
                .toString();
        for (String method : List.of("spawn", "fork")) {
            double[] starts = new double[times];
            double[] trips = new double[times];
            for (int i = 0; i < times; i++) {
                List<String> answer = Command.run("python3", script, method, String.valueOf(tasks));
                starts[i] = Double.parseDouble(answer.get(0));
                trips[i] = Double.parseDouble(answer.get(1)) * 1e6;
            }
            String what = "yardstick: CPython's Pool(2) by " + method;
            report.yardstick(this, what + ", until both are ready", Spread.of(starts), Unit.SECONDS);
            report.yardstick(this, what + ", an empty task there and back", Spread.of(trips), Unit.MICROSECONDS);
        }
    }
}
