package io.fluxlab.lecture.primes;

import java.util.List;

/** The arguments of one call. Immutable. */
record Range(int start, int end) {

    /** The exercise's three, where {@code size} is 10,000. */
    static List<Range> three(int size) {
        return List.of(new Range(3, size), new Range(size + 1, 2 * size), new Range(2 * size + 1, 3 * size));
    }

    List<Integer> search() throws InterruptedException {
        return Primes.find(end, start);
    }
}
