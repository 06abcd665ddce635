package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sieve against Kim Walisch's primesieve, each on one thread and by its own clock. */
final class SieveSpeed implements Benchmark {

    private static final Pattern SECONDS = Pattern.compile("Seconds: ([\\d.]+)");

    @Override
    public String name() {
        return "sieve";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int to = size.pick(10_000_000, 1_000_000_000);
        String what = "`primes` by sieve to %,d in one task, over primesieve on one thread".formatted(to);
        if (!Command.exists("primesieve")) {
            report.skipped(this, what, "no primesieve here");
            return;
        }
        Runs runs = new Runs(LocalLab.create());
        RunRequest request = RunRequest.of("primes", "parallel")
                .with(Map.of("from", 0, "to", to, "tasks", 1, "method", "sieve", "emit", "counts"));
        Pairs seconds = Pairs.of(
                size.pick(1, 5), size.pick(1, 15), () -> runs.summary(request).wallNanos() / 1e9, () -> primesieve(to));
        report.figure(this, what, seconds.ratio(), Unit.RATIO, Target.atMost(4));
    }

    private static double primesieve(int to) throws Exception {
        List<String> lines = Command.run("primesieve", String.valueOf(to), "--threads=1", "--time", "--no-status");
        return lines.stream()
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("primesieve said " + lines));
    }
}
