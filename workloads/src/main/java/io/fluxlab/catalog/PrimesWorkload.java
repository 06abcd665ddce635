package io.fluxlab.catalog;

import io.fluxlab.catalog.primes.PrimeRange;
import io.fluxlab.catalog.primes.PrimeSource;
import io.fluxlab.catalog.primes.SegmentedSieve;
import io.fluxlab.catalog.primes.TrialDivision;
import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All primes of a range, cut into one range for each task: the lecture's {@code find_primes} (lecture: Практика, 1). */
public final class PrimesWorkload implements Workload<PrimesWorkload.Parameters> {

    /** How primes are found. */
    public enum Method {
        /** By dividing each number by smaller ones, as the lecture does. */
        TRIAL,
        /** With a segmented sieve of Eratosthenes. */
        SIEVE
    }

    /** What a task's items are. */
    public enum Emit {
        /** Every prime, in ascending order. */
        PRIMES,
        /** One number: how many primes there are. */
        COUNTS
    }

    /**
     * Where to search, and how.
     *
     * @param from the first number
     * @param to the last number; less than {@code from} where there is none
     * @param tasks into how many ranges of even size the numbers are cut
     * @param ranges one range for each task, in place of {@code from}, {@code to} and {@code tasks}; empty for none
     * @param method how primes are found
     * @param emit what a task's items are
     */
    public record Parameters(
            @Param(value = "the first number", min = 0, max = PrimeRange.MAX)
            long from,

            @Param(value = "the last number", min = 0, max = PrimeRange.MAX)
            long to,

            @Param(value = "how many ranges of even size the numbers are cut into", min = 1, max = 1_000_000)
            int tasks,

            @Param(value = "one range for each task like 3-10000, in place of from, to and tasks", max = 1_000_000)
            List<PrimeRange> ranges,

            @Param("how primes are found") Method method,

            @Param("whether a task emits its primes or their count")
            Emit emit) {

        public Parameters {
            ranges = List.copyOf(ranges);
        }

        /** As long as the longest range, and up to the last number of all: no range takes more memory to search. */
        private PrimeRange dearest() {
            long last = ranges.stream().mapToLong(PrimeRange::to).max().orElse(to);
            long longest = ranges.isEmpty()
                    ? Math.ceilDiv(new PrimeRange(from, to).size(), (long) tasks)
                    : ranges.stream().mapToLong(PrimeRange::size).max().orElseThrow();
            return new PrimeRange(Math.max(0, last - longest + 1), last);
        }

        private List<PrimeRange> cut() {
            return ranges.isEmpty() ? new PrimeRange(from, to).cut(tasks) : ranges;
        }
    }

    private static final int BYTES_PER_PRIME = 32;

    @Override
    public String name() {
        return "primes";
    }

    @Override
    public String summary() {
        return "finds all primes of a range: the lecture's exercise for threads and processes";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0, 1_000_000, 16, List.of(), Method.TRIAL, Emit.PRIMES);
    }

    @Override
    public Plan plan(Parameters parameters) {
        List<PrimeRange> ranges = parameters.cut();
        return new Plan() {
            @Override
            public int size() {
                return ranges.size();
            }

            @Override
            public String label(int task) {
                return ranges.get(task).toString();
            }

            @Override
            public long total(int task) {
                return ranges.get(task).size();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                // Who emits primes keeps its place in the search while they wait; who counts them does so in one go.
                PrimeRange dearest = parameters.dearest();
                Claim search =
                        Claim.ofHeapBytes(source(parameters.method(), dearest).heapBytes());
                Claim primes = Claim.ofHeapBytes(BYTES_PER_PRIME * Math.min(Plan.ITEMS_AT_ONCE, dearest.size()));
                return switch (parameters.emit()) {
                    case COUNTS -> search.times(atOnce.computing());
                    case PRIMES -> search.plus(primes).times(atOnce.tasks());
                };
            }

            @Override
            public Publisher<Long> body(int task, TaskContext context) {
                PrimeSource source = source(parameters.method(), ranges.get(task));
                return switch (parameters.emit()) {
                    case PRIMES -> primes(source, context);
                    case COUNTS -> Mono.fromCallable(() -> source.count(context::checkpoint));
                };
            }
        };
    }

    private static PrimeSource source(Method method, PrimeRange range) {
        return switch (method) {
            case TRIAL -> new TrialDivision(range);
            case SIEVE -> new SegmentedSieve(range);
        };
    }

    /** Searches as far as there is demand. */
    private static Flux<Long> primes(PrimeSource source, TaskContext context) {
        return Flux.generate(() -> source.cursor(context::checkpoint), (primes, sink) -> {
            if (primes.advance()) {
                sink.next(primes.current());
            } else {
                sink.complete();
            }
            return primes;
        });
    }
}
