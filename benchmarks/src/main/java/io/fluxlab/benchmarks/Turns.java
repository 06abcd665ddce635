package io.fluxlab.benchmarks;

import io.fluxlab.benchmarks.Pairs.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measurements of several things that were run in turn, in an order that changes from round to round, so that what
 * disturbs the machine disturbs all. Immutable.
 *
 * @param rounds of each round, the measurements in the order of the probes
 */
record Turns(List<List<Double>> rounds) {

    /** Takes {@code count} rounds after the warm-ups, which are not counted. */
    static Turns of(int warmups, int count, Probe... probes) throws Exception {
        Random random = new Random(1);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, probes.length).boxed().toList());
        List<List<Double>> rounds = new ArrayList<>();
        for (int round = -warmups; round < count; round++) {
            Collections.shuffle(order, random);
            List<Double> taken = new ArrayList<>(Collections.nCopies(probes.length, 0.0));
            for (int probe : order) {
                taken.set(probe, probes[probe].take());
            }
            if (round >= 0) {
                rounds.add(taken);
            }
        }
        return new Turns(rounds);
    }

    /** Of each round, what is made of its measurements. */
    Spread each(Figure figure) {
        return Spread.of(rounds.stream().mapToDouble(figure::of).toArray());
    }

    /** What is made of the measurements of a round. */
    @FunctionalInterface
    interface Figure {
        double of(List<Double> round);
    }
}
