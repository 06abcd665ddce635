package practice;

import static io.fluxlab.lecture.assignment.check.Unmet.unless;
import static io.fluxlab.lecture.assignment.check.Unmet.unlessEqual;

import io.fluxlab.lecture.assignment.check.BackgroundCall;
import io.fluxlab.lecture.assignment.check.CheckSuite;
import io.fluxlab.lecture.assignment.check.ProcessBarrier;
import io.fluxlab.lecture.assignment.check.Leftover;
import io.fluxlab.lecture.assignment.check.ThreadBarrier;
import io.fluxlab.lecture.assignment.check.Unmet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Hidden checks of assignment 1. */
public final class HiddenChecks implements CheckSuite {

    private static final List<Range> GIVEN =
            List.of(new Range(3, 10_000), new Range(10_001, 20_000), new Range(20_001, 30_000));
    private static final List<Range> SMALL = List.of(new Range(3, 30), new Range(31, 60), new Range(61, 90));

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("primes", HiddenChecks::primes),
                new Check("edges", HiddenChecks::edges),
                new Check("sequential", HiddenChecks::sequential),
                new Check("threads", HiddenChecks::threads),
                new Check("joined", HiddenChecks::joined),
                new Check("processes", HiddenChecks::processes),
                new Check("reaped", HiddenChecks::reaped),
                new Check("measured", HiddenChecks::measured));
    }

    private static void primes() {
        for (Range range : GIVEN) {
            same(range.end(), range.start());
        }
        same(101, 90);
        same(1_000_003, 999_900);
    }

    private static void edges() {
        same(7, 3); // the end belongs to the range
        same(13, 7);
        same(49, 48); // a square
        same(11, 11);
        same(10, 2);
        same(10, -5);
        same(3, 10); // empty
        same(28, 24); // no prime in it
        unlessEqual("findPrimes(20)", expected(20, 3), Primes.findPrimes(20));
        unlessEqual("findPrimes(2)", List.of(), Primes.findPrimes(2));
    }

    private static void sequential() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Integer> order = new ArrayList<>();
        BackgroundCall<List<List<Integer>>> caller = BackgroundCall.of(() -> {
            Thread own = Thread.currentThread();
            List<List<Integer>> found = Primes.sequentially(SMALL, (end, start) -> {
                threads.add(Thread.currentThread());
                order.add(start);
                return expected(end, start);
            });
            unless(threads.equals(Set.of(own)), "not.on.caller", threads);
            return found;
        });
        unlessEqual("sequentially(" + SMALL + ")", all(SMALL), caller.returned());
        unlessEqual("starts of the ranges, in order", List.of(3, 31, 61), order);
        unlessEqual("sequentially([])", List.of(), Primes.sequentially(List.of(), HiddenChecks::expected));
    }

    private static void threads() throws Exception {
        ThreadBarrier all = new ThreadBarrier(SMALL.size());
        CountDownLatch lastFirst = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        BackgroundCall<List<List<Integer>>> caller = BackgroundCall.of(() -> {
            callers.add(Thread.currentThread());
            return Primes.inThreads(SMALL, (end, start) -> {
                all.meet();
                if (start == 61) {
                    lastFirst.countDown(); // the last range is ready first
                } else if (all.hasHappened()) {
                    await(lastFirst);
                }
                return expected(end, start);
            });
        });
        List<List<Integer>> found = caller.returned();
        unless(all.hasHappened(), "not.parallel", "inThreads", all.visitors().size());
        unless(!all.visitors().contains(callers.get(0)), "caller.worked", "inThreads");
        unlessEqual("inThreads(" + SMALL + ")", all(SMALL), found);
    }

    private static void joined() throws Exception {
        ThreadBarrier all = new ThreadBarrier(SMALL.size());
        CountDownLatch held = new CountDownLatch(1);
        BackgroundCall<List<List<Integer>>> caller = BackgroundCall.of(() -> Primes.inThreads(SMALL, (end, start) -> {
            all.meet();
            await(held);
            return expected(end, start);
        }));
        try {
            all.awaitAll();
            unless(!caller.returnsEarly(), "returned.early", "inThreads");
        } finally {
            held.countDown();
        }
        unlessEqual("inThreads(" + SMALL + ")", all(SMALL), caller.returned());
        Leftover.check(all.visitors());
    }

    private static void processes() throws Exception {
        try (ProcessBarrier gate = ProcessBarrier.forProcesses(SMALL.size())) {
            gate.open();
            BackgroundCall<List<List<Integer>>> call =
                    BackgroundCall.of(() -> Primes.inProcesses(SMALL, gate::start));
            boolean full = gate.isFull(call);
            unless(full || call.isOver(), "not.parallel.processes");
            List<List<Integer>> found = call.returned();
            long pids = gate.started().stream().map(Process::pid).distinct().count();
            unless(pids == SMALL.size(), "processes.started", SMALL.size(), pids);
            unless(full || gate.isFull(call), "not.parallel.processes");
            unlessEqual("inProcesses(" + SMALL + ")", all(SMALL), found);
        }
        try (ProcessBarrier gate = ProcessBarrier.forProcesses(1)) {
            gate.open();
            Range given = GIVEN.get(1);
            unlessEqual(
                    "inProcesses([" + given + "])",
                    List.of(expected(given.end(), given.start())),
                    BackgroundCall.of(() -> Primes.inProcesses(List.of(given), gate::start)).returned());
        }
    }

    private static void reaped() throws Exception {
        try (ProcessBarrier gate = ProcessBarrier.forProcesses(SMALL.size())) {
            Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
            BackgroundCall<Long> caller = BackgroundCall.of(() -> {
                Primes.inProcesses(SMALL, gate::start);
                return gate.started().stream().filter(Process::isAlive).count();
            });
            boolean full = gate.isFull(caller);
            boolean early = caller.returnsEarly();
            gate.open();
            unless(!early || !full, "returned.early", "inProcesses");
            long alive = caller.returned();
            unless(alive == 0, "processes.left", alive);
            Set<Thread> since = ConcurrentHashMap.newKeySet();
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread) && !thread.getName().equals("caller"))
                    .filter(thread -> !thread.getName().startsWith("process reaper"))
                    .forEach(since::add);
            Leftover.check(since);
        }
    }

    private static void measured() throws Exception {
        Set<Integer> searched = ConcurrentHashMap.newKeySet();
        try (ProcessBarrier gate = ProcessBarrier.forProcesses(1)) {
            gate.open();
            Map<String, Duration> times = BackgroundCall.of(() -> Primes.measure(
                            SMALL,
                            (end, start) -> {
                                searched.add(start);
                                return expected(end, start);
                            },
                            gate::start))
                    .returned();
            for (String way : List.of("sequential", "threads", "processes")) {
                Duration time = times.get(way);
                unless(time != null, "not.measured", way);
                unless(!time.isNegative() && !time.isZero(), "no.time", way, time);
            }
            unless(searched.size() == SMALL.size() && gate.started().size() == SMALL.size(), "nothing.measured");
        }
    }

    private static void same(int end, int start) {
        unlessEqual("findPrimes(%d, %d)".formatted(end, start), expected(end, start), Primes.findPrimes(end, start));
    }

    private static List<List<Integer>> all(List<Range> ranges) {
        return ranges.stream().map(range -> expected(range.end(), range.start())).toList();
    }

    private static List<Integer> expected(int end, int start) {
        return IntStream.rangeClosed(Math.max(2, start), end)
                .filter(number -> IntStream.iterate(2, divisor -> divisor * divisor <= number, divisor -> divisor + 1)
                        .noneMatch(divisor -> number % divisor == 0))
                .boxed()
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new Unmet("not.parallel", "inThreads", 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
