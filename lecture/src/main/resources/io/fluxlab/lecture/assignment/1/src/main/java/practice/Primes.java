package practice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Assignment 1: see README.md. Keep the signatures; everything else is yours. */
public final class Primes {

    private Primes() {}

    /** All primes from 3 to {@code end}, both included, in ascending order. */
    public static List<Integer> findPrimes(int end) {
        throw new UnsupportedOperationException("write this");
    }

    /** All primes from {@code start} to {@code end}, both included, in ascending order; none where there are none. */
    public static List<Integer> findPrimes(int end, int start) {
        throw new UnsupportedOperationException("write this");
    }

    /** Searches the ranges one after the other, on the calling thread. */
    public static List<List<Integer>> sequentially(List<Range> ranges, Search search) {
        throw new UnsupportedOperationException("write this");
    }

    /** Searches each range in a thread of its own, all at once; returns when all threads have ended. */
    public static List<List<Integer>> inThreads(List<Range> ranges, Search search) throws InterruptedException {
        throw new UnsupportedOperationException("write this");
    }

    /**
     * Searches each range in a process of its own, all at once; returns when all processes have ended. The program that
     * they run is {@link SearchProgram}.
     */
    public static List<List<Integer>> inProcesses(List<Range> ranges, Launcher launcher)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("write this");
    }

    /** How long each way takes: "sequential", "threads" and "processes". */
    public static Map<String, Duration> measure(List<Range> ranges, Search search, Launcher launcher)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("write this");
    }

    /** Shows what was measured. */
    public static void main(String[] args) throws Exception {
        List<Range> ranges = List.of(new Range(3, 10_000), new Range(10_001, 20_000), new Range(20_001, 30_000));
        measure(ranges, Primes::findPrimes, Launcher.ofJvms())
                .forEach((way, time) -> System.out.println(way + ": " + time.toMillis() + " ms"));
    }
}
