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
final class PrimesExercise {

    static final int HEAP_MEGABYTES = 64;

    private final List<SearchRange> ranges;
    private final TaskContext context;
    private final Patience patience;

    PrimesExercise(int size, Patience patience, TaskContext context) {
        this.ranges = SearchRange.three(size);
        this.patience = patience;
        this.context = context;
    }

    Flux<ModeResult> play() {
        return Flux.concat(List.of(
                Mono.fromCallable(() -> context.blocking(this::sequential)),
                Mono.fromCallable(() -> context.blocking(this::inThreads)),
                inProcesses()));
    }

    private ModeResult sequential() throws InterruptedException {
        long start = System.nanoTime();
        List<SearchResult> found = new ArrayList<>();
        for (SearchRange range : ranges) {
            found.add(search(range));
        }
        return ModeResult.since(start, ExecutionMode.SEQUENTIAL, found);
    }

    /** Made, started and joined: the exercise's {@code threading.Thread}. */
    private ModeResult inThreads() throws InterruptedException {
        long start = System.nanoTime();
        ConcurrentHashMap<SearchRange, SearchResult> found = new ConcurrentHashMap<>();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            for (SearchRange range : ranges) {
                threads.start("find-primes-from-" + range.start(), () -> found.put(range, search(range)));
            }
            threads.join(patience);
        }
        return ModeResult.since(
                start, ExecutionMode.THREADS, ranges.stream().map(found::get).toList());
    }

    private static SearchResult search(SearchRange range) throws InterruptedException {
        return SearchResult.of(
                range, range.search(), "thread " + Thread.currentThread().getName());
    }

    /** The exercise's {@code multiprocessing.Process}, from the start of a JVM to its result. */
    private Flux<ModeResult> inProcesses() {
        return Flux.defer(() -> {
            long start = System.nanoTime();
            return Children.during(children -> Flux.fromIterable(ranges)
                    .flatMapSequential(range -> inProcess(children, range), ranges.size())
                    .collectList()
                    .map(found -> ModeResult.since(start, ExecutionMode.PROCESSES, found)));
        });
    }

    private Mono<SearchResult> inProcess(Children children, SearchRange range) {
        return children.start(ChildOptions.light(PrimesProgram.class, HEAP_MEGABYTES))
                .flatMap(child -> ask(child, range))
                .timeout(
                        patience.limit(),
                        Mono.error(() -> patience.inVain("a process that searches")),
                        context.timer());
    }

    private static Mono<SearchResult> ask(Child child, SearchRange range) {
        return Mono.defer(() -> child.connection()
                        .requestResponse(
                                Copy.of(range, PrimesProgram.MOST_BYTES).payload()))
                .map(payload -> (SearchResult) Copy.read(payload, SearchResult.class.getClassLoader()))
                .onErrorMap(Errors::arrived);
    }
}
