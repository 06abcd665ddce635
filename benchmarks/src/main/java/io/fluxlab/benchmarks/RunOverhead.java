package io.fluxlab.benchmarks;

import io.fluxlab.catalog.primes.PrimeCursor;
import io.fluxlab.catalog.primes.PrimeRange;
import io.fluxlab.catalog.primes.TrialDivision;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a run costs over the same kernel on an {@code ExecutorService}, which gathers the primes in lists: both from the
 * call to the last result, with the threads that they start and end.
 */
final class RunOverhead implements Benchmark {

    private static final int TASKS = 64;

    @Override
    public String name() {
        return "run-overhead";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        measure(report, "some two seconds", size.pick(200_000, 20_000_000), size.pick(1, 11));
        measure(report, "some 0.3 s", size.pick(100_000, 5_000_000), size.pick(1, 21));
    }

    private void measure(Report report, String length, int to, int rounds) throws Exception {
        Runs runs = new Runs(LocalLab.create());
        RunRequest request = RunRequest.of("primes", "parallel")
                .with(Map.of("from", 0, "to", to, "tasks", TASKS, "method", "trial", "emit", "primes"));
        List<PrimeRange> ranges = new PrimeRange(0, to).cut(TASKS);
        Turns seconds = Turns.of(
                2,
                rounds,
                () -> bare(ranges),
                () -> bare(ranges),
                () -> runs.seconds(request),
                () -> runs.seconds(request.with(BystanderRate.NONE)),
                () -> runs.summary(request).wallNanos() / 1e9);
        report.figure(
                this,
                "`primes` by trial to %,d, %d tasks, %s, over a bare `ExecutorService`".formatted(to, TASKS, length),
                seconds.each(round -> round.get(2) / round.get(0)),
                Unit.RATIO,
                Target.atMost(1.02));
        report.yardstick(
                this,
                "the machine: the bare `ExecutorService` over itself, in the same rounds",
                seconds.each(round -> round.get(1) / round.get(0)),
                Unit.RATIO);
        report.yardstick(
                this, "the run without a bystander", seconds.each(round -> round.get(3) / round.get(0)), Unit.RATIO);
        report.yardstick(
                this,
                "the run's own `wallNanos`, without what it opens and closes",
                seconds.each(round -> round.get(4) / round.get(0)),
                Unit.RATIO);
    }

    private static double bare(List<PrimeRange> ranges) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Long>>> found = new ArrayList<>();
            for (PrimeRange range : ranges) {
                found.add(pool.submit(() -> primes(range)));
            }
            for (Future<List<Long>> primes : found) {
                primes.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Long> primes(PrimeRange range) {
        PrimeCursor cursor = new TrialDivision(range).cursor(done -> {});
        List<Long> primes = new ArrayList<>();
        while (cursor.advance()) {
            primes.add(cursor.current());
        }
        return primes;
    }
}
