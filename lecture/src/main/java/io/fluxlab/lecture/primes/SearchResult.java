package io.fluxlab.lecture.primes;

import java.util.List;

/**
 * What one call has found. Immutable.
 *
 * @param start where the range began: 3, where the call did not say it
 * @param end where it ended
 * @param primes how many primes there are
 * @param first the smallest of them
 * @param last the largest
 * @param worker who searched: a thread of this process, or another process
 */
record SearchResult(int start, int end, int primes, int first, int last, String worker) {

    static SearchResult of(SearchRange range, List<Integer> primes, String worker) {
        return new SearchResult(
                range.start(),
                range.end(),
                primes.size(),
                primes.isEmpty() ? 0 : primes.get(0),
                primes.isEmpty() ? 0 : primes.get(primes.size() - 1),
                worker);
    }
}
