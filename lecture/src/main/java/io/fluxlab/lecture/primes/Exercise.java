package io.fluxlab.lecture.primes;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.fluxlab.workload.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the three calls in each of the three ways. Immutable; each way is cold. */
final class Exercise {

    static final int HEAP_MEGABYTES = 64;

    private final List<Range> ranges;
    private final TaskContext context;
    private final Patience patience;

    Exercise(int size, Patience patience, TaskContext context) {
        this.ranges = Range.three(size);
        this.patience = patience;
        this.context = context;
    }

    Flux<Calls> play() {
        return Flux.concat(List.of(
                Mono.fromCallable(() -> context.blocking(this::sequential)),
                Mono.fromCallable(() -> context.blocking(this::inThreads)),
                inProcesses()));
    }

    private Calls sequential() throws InterruptedException {
        long start = System.nanoTime();
        List<Found> found = new ArrayList<>();
        for (Range range : ranges) {
            found.add(search(range));
        }
        return Calls.since(start, Way.SEQUENTIAL, found);
    }

    /** Made, started and joined: the exercise's {@code threading.Thread}. */
    private Calls inThreads() throws InterruptedException {
        long start = System.nanoTime();
        ConcurrentHashMap<Range, Found> found = new ConcurrentHashMap<>();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            for (Range range : ranges) {
                threads.start("find-primes-from-" + range.start(), () -> found.put(range, search(range)));
            }
            threads.join(patience);
        }
        return Calls.since(start, Way.THREADS, ranges.stream().map(found::get).toList());
    }

    private static Found search(Range range) throws InterruptedException {
        return Found.of(
                range, range.search(), "thread " + Thread.currentThread().getName());
    }

    /** The exercise's {@code multiprocessing.Process}, from the start of a JVM to its result. */
    private Flux<Calls> inProcesses() {
        return Flux.defer(() -> {
            long start = System.nanoTime();
            return Children.during(children -> Flux.fromIterable(ranges)
                    .flatMapSequential(range -> inProcess(children, range), ranges.size())
                    .collectList()
                    .map(found -> Calls.since(start, Way.PROCESSES, found)));
        });
    }

    private Mono<Found> inProcess(Children children, Range range) {
        return children.start(ChildOptions.light(PrimesProgram.class, HEAP_MEGABYTES))
                .flatMap(child -> ask(child, range))
                .timeout(
                        patience.limit(),
                        Mono.error(() -> patience.inVain("a process that searches")),
                        context.timer());
    }

    private static Mono<Found> ask(Child child, Range range) {
        return Mono.defer(() -> child.connection()
                        .requestResponse(
                                Copy.of(range, PrimesProgram.MOST_BYTES).payload()))
                .map(payload -> (Found) Copy.read(payload, Found.class.getClassLoader()))
                .onErrorMap(Errors::arrived);
    }
}
