package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Items through server and client, which send them in batches, against RSocket as it comes, with a frame for each. */
final class WireItems implements Benchmark {

    @Override
    public String name() {
        return "wire-items";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int to = size.pick(1_000_000, 100_000_000);
        int frames = size.pick(50_000, 1_000_000);
        RunRequest request = RunRequest.of("primes", "parallel")
                .with(Map.of("from", 0, "to", to, "method", "sieve", "emit", "primes"));
        try (Served served = Served.over(LocalLab.create());
                Bare bare = new Bare(index -> text(to - index))) {
            Runs runs = new Runs(served.client());
            Pairs speeds = Pairs.of(
                    size.pick(1, 5),
                    size.pick(1, 15),
                    () -> itemsPerSecond(runs, request),
                    () -> bare.framesPerSecond(frames));
            report.yardstick(
                    this, "`primes` by sieve to %,d over RSocket TCP".formatted(to), speeds.ofOne(), Unit.PER_SECOND);
            report.yardstick(this, "yardstick: bare rsocket-java, an item a frame", speeds.ofOther(), Unit.PER_SECOND);
            report.figure(this, "items a second, over the bare ones", speeds.ratio(), Unit.RATIO, Target.atLeast(5));
        }
    }

    private static double itemsPerSecond(Runs runs, RunRequest request) {
        long start = System.nanoTime();
        long items = runs.summary(request).items();
        return items * 1e9 / (System.nanoTime() - start);
    }

    private static byte[] text(int number) {
        return String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
    }
}
