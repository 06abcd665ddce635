package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Builds a comparison from what each lane is like: {@code Lanes.rounds(10).lane("parallel", 500, 0.4, 3)}. */
final class Lanes {
    private final int rounds;
    private final Random random;
    private final double bystanderNoise;
    private final List<String> names = new ArrayList<>();
    private final List<LaneSample> samples = new ArrayList<>();

    private Lanes(int rounds, Random random, double bystanderNoise) {
        this.rounds = rounds;
        this.random = random;
        this.bystanderNoise = bystanderNoise;
    }

    static Lanes rounds(int rounds) {
        return new Lanes(rounds, new Random(5), 0);
    }

    /** Lanes whose bystander's p99 varies from round to round. */
    static Lanes restless(int rounds, Random random) {
        return new Lanes(rounds, random, 0.5);
    }

    Lanes lane(String name, double wallMillis, double p99Millis, int threads) {
        names.add(name);
        for (int round = 0; round < rounds; round++) {
            long wall = nanos(wallMillis * Math.exp(0.003 * random.nextGaussian()));
            long p99 = nanos(p99Millis * Math.exp(bystanderNoise * random.nextGaussian()));
            Latency bystander = new Latency(p99 / 4, p99, p99 * 2, 100);
            samples.add(new LaneSample(name, round, wall, new RunCost(wall, 1, 1_000, threads, null, 0), bystander));
        }
        return this;
    }

    /** The last lane has this canary, too, with this p99 in each round. */
    Lanes harming(CanaryKind kind, String on, boolean isOwn, double p99Millis) {
        long p99 = nanos(p99Millis);
        CanaryReading reading = new CanaryReading(kind, on, isOwn, new Latency(p99 / 4, p99, p99 * 2, 100));
        for (int i = samples.size() - rounds; i < samples.size(); i++) {
            LaneSample sample = samples.get(i);
            List<CanaryReading> canaries = Stream.concat(
                            Stream.ofNullable(sample.canaries()).flatMap(List::stream), Stream.of(reading))
                    .toList();
            samples.set(
                    i,
                    new LaneSample(
                            sample.lane(),
                            sample.round(),
                            sample.wallNanos(),
                            sample.cost(),
                            sample.bystander(),
                            null,
                            canaries));
        }
        return this;
    }

    Tally tally() {
        return Tally.of(names, names.get(0), samples);
    }

    Verdict verdict() {
        return tally().findings(Synthetic.QUIET).in(VerdictWording.in(Language.EN), List.of());
    }

    private static long nanos(double millis) {
        return Math.round(millis * TimeUnit.MILLISECONDS.toNanos(1));
    }
}
