package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/**
 * What the bystander and the canaries take of the machine together: the process's CPU time in runs with and without them,
 * which other processes disturb less than the time that goes by. Beside tasks that wait every wake-up is one of an idle CPU,
 * the dearest there is, and next to nothing else takes CPU time; beside tasks that compute it is part of all that is taken.
 */
final class CanariesCost implements Benchmark {

    private static final int MILLION = 1_000_000;
    private static final int LOOPS = 4;
    private static final double MOST = 0.02;

    @Override
    public String name() {
        return "canaries";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        Duration wait = Duration.ofMillis(size.pick(100, 3_000));
        LocalLab lab = LocalLab.builder()
                .workload(Workload.of("wait", () -> Mono.delay(wait)))
                .build();
        Runs runs = new Runs(lab);
        int rounds = size.pick(1, 9);
        waiting(runs, "event-loop", "the bystander alone, `event-loop`", rounds, report);
        waiting(runs, "parallel", "bystander and timer, `parallel`", rounds, report);
        waiting(runs, "bounded-elastic", "bystander and worker, `bounded-elastic`", rounds, report);
        waiting(runs, "virtual", "bystander and carrier, `virtual`", rounds, report);
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
        try {
            String what = "bystander, carrier and " + LOOPS + " loops of a server, `virtual`";
            waiting(new Runs(lab.watching(loops)), "virtual", what, rounds, report);
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
        computing(runs, "parallel", size, report);
        computing(runs, "virtual", size, report);
    }

    private void waiting(Runs runs, String lane, String what, int rounds, Report report) throws Exception {
        RunRequest request = RunRequest.of("wait", lane).with(Map.of("tasks", 2, "calls", 1));
        Turns cpus = Turns.of(
                1,
                rounds,
                () -> shareOfMachine(runs.summary(request)),
                () -> shareOfMachine(runs.summary(request.with(BystanderRate.NONE))));
        report.figure(
                this,
                "part of all CPUs, beside tasks that wait: " + what,
                cpus.each(round -> round.get(0) - round.get(1)),
                Unit.RATIO,
                Target.within(-MOST, MOST));
    }

    private static double shareOfMachine(RunSummary summary) {
        return summary.cpus() / Runtime.getRuntime().availableProcessors();
    }

    private void computing(Runs runs, String lane, Size size, Report report) throws Exception {
        RunRequest request =
                RunRequest.of("count", lane).with(Map.of("tasks", 200, "n", (long) size.pick(1, 20) * MILLION));
        Turns cpuNanos = Turns.of(
                size.pick(0, 2),
                size.pick(1, 15),
                () -> runs.summary(request).cpuNanos(),
                () -> runs.summary(request.with(BystanderRate.NONE)).cpuNanos(),
                () -> runs.summary(request.with(BystanderRate.NONE)).cpuNanos());
        report.figure(
                this,
                "CPU time of `count` on `%s` with them, over without".formatted(lane),
                cpuNanos.each(round -> round.get(0) / round.get(1)),
                Unit.RATIO,
                Target.atMost(1 + MOST));
        report.yardstick(
                this,
                "the machine: without them over without them, in the same rounds",
                cpuNanos.each(round -> round.get(2) / round.get(1)),
                Unit.RATIO);
    }
}
