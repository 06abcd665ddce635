package practice;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Primes {

    private Primes() {}

    public static List<Integer> findPrimes(int end) {
        return findPrimes(end, 3);
    }

    public static List<Integer> findPrimes(int end, int start) {
        List<Integer> primes = new ArrayList<>();
        for (int number = Math.max(2, start); number <= end; number++) {
            if (isPrime(number)) {
                primes.add(number);
            }
        }
        return primes;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    public static List<List<Integer>> sequentially(List<Range> ranges, Search search) {
        return ranges.stream()
                .map(range -> search.findPrimes(range.end(), range.start()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    public static List<List<Integer>> inThreads(List<Range> ranges, Search search) throws InterruptedException {
        List<Integer>[] found = new List[ranges.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            int index = i;
            Range range = ranges.get(i);
            Thread thread = new Thread(() -> found[index] = search.findPrimes(range.end(), range.start()));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.asList(found);
    }

    public static List<List<Integer>> inProcesses(List<Range> ranges, Launcher launcher)
            throws IOException, InterruptedException {
        List<List<Integer>> found = new ArrayList<>();
        for (Range range : ranges) {
            Process process = launcher.start(
                    SearchProgram.class, List.of(String.valueOf(range.end()), String.valueOf(range.start())));
            found.add(process.inputReader().lines().map(Integer::valueOf).toList());
            process.waitFor();
        }
        return found;
    }

    public static Map<String, Duration> measure(List<Range> ranges, Search search, Launcher launcher)
            throws IOException, InterruptedException {
        Map<String, Duration> times = new LinkedHashMap<>();
        long start = System.nanoTime();
        sequentially(ranges, search);
        times.put("sequential", Duration.ofNanos(System.nanoTime() - start));
        start = System.nanoTime();
        inThreads(ranges, search);
        times.put("threads", Duration.ofNanos(System.nanoTime() - start));
        start = System.nanoTime();
        inProcesses(ranges, launcher);
        times.put("processes", Duration.ofNanos(System.nanoTime() - start));
        return times;
    }

    public static void main(String[] args) throws Exception {
        List<Range> ranges = List.of(new Range(3, 10_000), new Range(10_001, 20_000), new Range(20_001, 30_000));
        measure(ranges, Primes::findPrimes, Launcher.ofJvms())
                .forEach((way, time) -> System.out.println(way + ": " + time.toMillis() + " ms"));
    }
}
