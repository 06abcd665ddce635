package io.fluxlab.lecture.futures;

import io.fluxlab.lecture.demonstration.DemonstrationResources;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Story;
import io.fluxlab.lecture.futures.FutureMoment.Cancelled;
import io.fluxlab.lecture.futures.FutureMoment.Started;
import io.fluxlab.lecture.futures.FutureMoment.Twice;
import io.fluxlab.lecture.futures.FutureWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** The moments, played with one thread that does the work, and the loops' own; each wait is bounded. */
final class Futures implements DemonstrationResources {

    private final DemonstrationThreads threads = new DemonstrationThreads();
    private final Scheduler worker = threads.scheduler("future-worker");
    private final Scheduler loopThatIsThere = threads.scheduler("future-home");
    private final Executor executor = worker::schedule;
    private final Parameters parameters;
    private final Patience patience;

    private Futures(Parameters parameters) {
        this.parameters = parameters;
        this.patience = new Patience(Patience.DEFAULT.limit().plusMillis(2L * parameters.workMillis()));
    }

    /** Cold; cancel interrupts the worker. */
    static Flux<Object> story(Parameters parameters, TaskContext context) {
        return Story.of(
                context,
                () -> new Futures(parameters),
                List.of(
                        Futures::futureTwice,
                        stage -> stage.monoTwice("mono", false),
                        stage -> stage.monoTwice("cached", true),
                        Futures::sinkTwice,
                        Futures::cancelFuture,
                        Futures::cancelMono,
                        Futures::runUntilComplete,
                        Futures::run));
    }

    // tag::future[]
    private Twice futureTwice() throws Exception {
        CountedComputation work = CountedComputation.heldUp(parameters.workMillis());
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(work, executor);
        patience.until("the work to begin", () -> work.runs() > 0); // nobody has asked for it yet
        int runsBefore = work.runs();
        boolean doneBefore = future.isDone();
        work.letGo();
        int first = get(future);
        int second = get(future);
        return new Twice(
                "awaited-twice", "future", runsBefore, doneBefore, first, second, work.runs(), future.isDone());
    }
    // end::future[]

    private Twice monoTwice(String kind, boolean keeps) throws Exception {
        CountedComputation work = CountedComputation.of(parameters.workMillis());
        Mono<Integer> assembled = Mono.fromSupplier(work).subscribeOn(worker);
        Mono<Integer> mono = keeps ? assembled.cache() : assembled;
        int runsBefore = work.runs();
        int first = get(mono.toFuture());
        int second = get(mono.toFuture());
        int runs = work.runs();
        get(mono.toFuture()); // a Mono can't be asked whether it is done: whether the work runs again tells
        boolean doneAfter = work.runs() == runs;
        return new Twice("awaited-twice", kind, runsBefore, null, first, second, runs, doneAfter);
    }

    /** The lecture's {@code future} proper: it has no work of its own, and somebody gives it its result. */
    private Twice sinkTwice() throws Exception {
        CountedComputation work = CountedComputation.of(parameters.workMillis());
        Sinks.One<Integer> sink = Sinks.one();
        CompletableFuture<Integer> first = sink.asMono().toFuture();
        int runsBefore = work.runs();
        boolean doneBefore = first.isDone();
        CompletableFuture<Void> given =
                CompletableFuture.runAsync(() -> sink.tryEmitValue(work.get()).orThrow(), executor);
        int value = get(first);
        int again = get(sink.asMono().toFuture());
        given.get(patience.limit().toMillis(), TimeUnit.MILLISECONDS);
        boolean done = sink.tryEmitValue(-1) == Sinks.EmitResult.FAIL_TERMINATED;
        return new Twice("awaited-twice", "sink", runsBefore, doneBefore, value, again, work.runs(), done);
    }

    private Cancelled cancelFuture() throws Exception {
        CountedComputation work = CountedComputation.heldUp(parameters.workMillis());
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(work, executor);
        patience.until("the work to begin", () -> work.runs() > 0);
        boolean cancelled = future.cancel(true) && future.isCancelled();
        work.letGo();
        patience.until("the work to end", work::hasEnded);
        String error = "";
        try {
            get(future);
        } catch (CancellationException e) {
            error = e.getClass().getSimpleName();
        }
        return new Cancelled("cancelled", "future", cancelled, work.wasInterrupted(), work.isDone(), error);
    }

    private Cancelled cancelMono() throws Exception {
        CountedComputation work = CountedComputation.heldUp(parameters.workMillis());
        AtomicBoolean told = new AtomicBoolean();
        Disposable subscription = Mono.fromSupplier(work)
                .subscribeOn(worker)
                .subscribe(value -> told.set(true), error -> told.set(true), () -> told.set(true));
        patience.until("the work to begin", () -> work.runs() > 0);
        subscription.dispose();
        patience.until("the work to end", work::hasEnded);
        return new Cancelled(
                "cancelled",
                "mono",
                subscription.isDisposed(),
                work.wasInterrupted(),
                work.isDone(),
                told.get() ? "told" : "");
    }

    /** The lecture's first way: the loop is there before, and works on afterwards. */
    private Started runUntilComplete() throws Exception {
        AtomicReference<@Nullable Thread> ranOn = new AtomicReference<>();
        Scheduler loop = loopThatIsThere;
        int result = get(coroutine(ranOn, loop).toFuture());
        return new Started("started", "run-until-complete", result, ranOn.get() == threadOf(loop), works(loop));
    }

    /** The lecture's alternative: a loop is made for it, and closed behind it. */
    private Started run() throws Exception {
        AtomicReference<@Nullable Thread> ranOn = new AtomicReference<>();
        Scheduler loop = threads.scheduler("future-loop");
        Thread loopsThread = threadOf(loop);
        int result = get(coroutine(ranOn, loop).toFuture());
        loop.dispose();
        return new Started("started", "run", result, ranOn.get() == loopsThread, works(loop));
    }

    /** Waits without holding the loop's thread, and goes on there. */
    private Mono<Integer> coroutine(AtomicReference<@Nullable Thread> ranOn, Scheduler loop) {
        return Mono.delay(Duration.ofMillis(parameters.workMillis()), loop).map(woken -> {
            ranOn.set(Thread.currentThread());
            return CountedComputation.RESULT;
        });
    }

    private Thread threadOf(Scheduler loop) throws Exception {
        return get(Mono.fromSupplier(Thread::currentThread).subscribeOn(loop).toFuture());
    }

    private boolean works(Scheduler loop) throws Exception {
        try {
            return get(Mono.just(true).subscribeOn(loop).toFuture());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                return false;
            }
            throw e;
        }
    }

    private <T> T get(CompletableFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(patience.limit().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.dismiss();
    }
}
