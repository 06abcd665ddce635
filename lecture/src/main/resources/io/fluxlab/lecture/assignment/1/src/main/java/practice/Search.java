package practice;

import java.util.List;

/** Searches a range for primes: {@code Primes::findPrimes}, or another one that a test passes. */
@FunctionalInterface
public interface Search {

    List<Integer> findPrimes(int end, int start);
}
