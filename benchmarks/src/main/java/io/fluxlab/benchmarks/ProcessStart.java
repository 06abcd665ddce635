package io.fluxlab.benchmarks;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** How long it takes until two child processes are ready for their first tasks. */
final class ProcessStart implements Benchmark {

    private final Lab lab = LocalLab.create();

    @Override
    public String name() {
        return "process-start";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        double[] seconds = new double[size.pick(1, 21)];
        seconds();
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = seconds();
        }
        String what = "a pool of two processes, until both are ready";
        report.figure(this, what, Spread.of(seconds), Unit.SECONDS, Target.atMost(0.6));
        new PythonPool(this, report).starts(size.pick(1, 5));
    }

    /** The bystander is left out: its connection is not the pool's. */
    private double seconds() {
        RunRequest request = RunRequest.of("empty", "process:processes=2")
                .with(Map.of("tasks", 2))
                .with(BystanderRate.NONE);
        long start = System.nanoTime();
        lab.run(request).blockFirst();
        return (System.nanoTime() - start) / 1e9;
    }
}
