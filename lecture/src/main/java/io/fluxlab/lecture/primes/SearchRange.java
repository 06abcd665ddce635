package io.fluxlab.lecture.primes;

import java.util.List;

/** The arguments of one call. Immutable. */
record SearchRange(int start, int end) {

    /** The exercise's three, where {@code size} is 10,000. */
    static List<SearchRange> three(int size) {
        return List.of(
                new SearchRange(3, size), new SearchRange(size + 1, 2 * size), new SearchRange(2 * size + 1, 3 * size));
    }

    List<Integer> search() throws InterruptedException {
        return Primes.find(end, start);
    }
}
