package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.load.Load;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import reactor.core.publisher.Mono;

/** How many empty tasks a second can arrive that all are served, and how late the load generator says that they are due. */
final class ArrivalsKept implements Benchmark {

    private static final int MANY = 50_000;
    private static final int FEW = 5_000;

    /** Of those that are due in a run, so many may end after it. */
    private static final double KEPT = 0.99;

    private final Runs runs = new Runs(LocalLab.builder()
            .workload(Workload.of("nothing", () -> Mono.empty()))
            .build());

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public void measure(Size size, Report report) {
        int rounds = size.pick(1, 10);
        Duration time = Duration.ofMillis(size.pick(300, 3_000));
        load(MANY, Duration.ofMillis(size.pick(300, 5_000))); // compiles what both run
        List<LoadSummary> many = new ArrayList<>();
        List<LoadSummary> few = new ArrayList<>();
        double[] bare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            many.add(load(MANY, time));
            few.add(load(FEW, time));
            bare[round] = bareLatenessMillis(FEW, time);
        }
        report.figure(
                this,
                "empty tasks that end each second on `parallel`, %,d of them due".formatted(MANY),
                spread(many, LoadSummary::servedPerSecond),
                Unit.PER_SECOND,
                Target.atLeast(KEPT * MANY));
        report.yardstick(
                this,
                "runs of %d in which the lane is said to fall behind".formatted(rounds),
                Spread.of((double) many.stream().filter(load -> !load.keepsUp()).count()),
                Unit.COUNT);
        report.yardstick(
                this,
                "how late they are sent, p99",
                spread(many, load -> load.sending().p99Nanos() / 1e6),
                Unit.MILLISECONDS);
        report.figure(
                this,
                "how late they are sent, p99, where %,d are due".formatted(FEW),
                spread(few, load -> load.sending().p99Nanos() / 1e6),
                Unit.MILLISECONDS,
                Target.atMost(1));
        report.yardstick(
                this,
                "the machine: how late a bare thread is that parks until each is due, p99",
                Spread.of(bare),
                Unit.MILLISECONDS);
    }

    private static double bareLatenessMillis(int perSecond, Duration time) {
        int count = (int) (perSecond * time.toMillis() / 1000);
        long[] late = new long[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            late[i] = System.nanoTime() - due;
        }
        Arrays.sort(late);
        return late[count * 99 / 100] / 1e6;
    }

    private LoadSummary load(int perSecond, Duration time) {
        RunRequest request = RunRequest.of("nothing", "parallel")
                .with(Map.of("tasks", 1, "calls", 1))
                .under(Load.of(perSecond).during(time));
        return Objects.requireNonNull(runs.summary(request).load());
    }

    private static Spread spread(List<LoadSummary> loads, ToDoubleFunction<LoadSummary> figure) {
        return Spread.of(loads.stream().mapToDouble(figure).toArray());
    }
}
