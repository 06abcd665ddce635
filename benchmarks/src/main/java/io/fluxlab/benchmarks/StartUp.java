package io.fluxlab.benchmarks;

import java.nio.file.Path;

/** How long a command that does next to nothing takes, from the shell's point of view. */
final class StartUp implements Benchmark {

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        String command =
                Path.of(System.getProperty("fluxlab.root", "."), "fluxlab").toString();
        Command.run(command, "workloads");
        double[] seconds = new double[size.pick(1, 21)];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            Command.run(command, "workloads");
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        report.figure(
                this,
                "`./fluxlab workloads`, once built, the whole command",
                Spread.of(seconds),
                Unit.SECONDS,
                Target.atMost(0.6));
    }
}
