package io.fluxlab.lecture.primes;

import java.util.ArrayList;
import java.util.List;

/** The exercise's {@code find_primes(end, start=3)}. Stateless; an interrupt ends a search. */
final class Primes {

    private static final int START = 3;

    private Primes() {}

    /** All primes from 3 to {@code end}. */
    static List<Integer> find(int end) throws InterruptedException {
        return find(end, START);
    }

    // tag::find[]
    /** All primes from {@code start} to {@code end}, both included. */
    static List<Integer> find(int end, int start) throws InterruptedException {
        List<Integer> primes = new ArrayList<>();
        for (int number = start; number <= end; number++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (isPrime(number)) {
                primes.add(number);
            }
        }
        return primes;
    }
    // end::find[]

    private static boolean isPrime(int number) {
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number > 1;
    }
}
