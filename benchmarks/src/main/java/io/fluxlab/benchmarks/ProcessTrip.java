package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** What a task's way to a child process and back takes. */
final class ProcessTrip implements Benchmark {

    private static final int WORKERS = 2;

    private final Runs runs = new Runs(LocalLab.create());

    @Override
    public String name() {
        return "process-trip";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int tasks = size.pick(2_000, 100_000);
        double[] micros = new double[size.pick(1, 9)];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = micros(tasks);
        }
        String what = "an empty task there and back, two workers, %,d tasks".formatted(tasks);
        report.figure(this, what, Spread.of(micros), Unit.MICROSECONDS, Target.atMost(100));
        new PythonPool(this, report).trips(size.pick(1, 5), tasks);
    }

    /** From the moment a worker is given a task to the moment it may be given the next one. */
    private double micros(int tasks) {
        RunRequest request = RunRequest.of("empty", "process:processes=" + WORKERS)
                .with(Map.of("tasks", tasks))
                .with(BystanderRate.NONE);
        return runs.summary(request).wallNanos() / 1e3 / tasks * WORKERS;
    }
}
