package org.example.bodies;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Bodies as people write them, each limited by something else. */
public final class Bodies {

    private static final Object LOCK = new Object();
    private static final ReentrantLock REENTRANT = new ReentrantLock();
    private static final Semaphore CONNECTIONS = new Semaphore(4);
    private static final Semaphore FEW = new Semaphore(3);
    private static final Semaphore ONE_PERMIT = new Semaphore(1);
    private static final Scheduler WRITER = Schedulers.newSingle("writer", true);
    private static final Scheduler SMALL = Schedulers.newBoundedElastic(3, 10_000, "small", 60, true);
    private static final ExecutorService STORE = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "store");
        thread.setDaemon(true);
        return thread;
    });
    private static volatile boolean ready;

    private Bodies() {}

    private static void nap(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    public static int sleeps() throws InterruptedException {
        nap(10);
        return 1;
    }

    public static int waitsForAResult() throws Exception {
        return CompletableFuture.supplyAsync(() -> 1, CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS))
                .get();
    }

    public static Mono<Long> delays() {
        return Mono.delay(Duration.ofMillis(10));
    }

    public static Flux<Long> ticks() {
        return Flux.interval(Duration.ofMillis(4)).take(5);
    }

    public static Flux<Integer> paced() {
        return Flux.range(0, 4).delayElements(Duration.ofMillis(4));
    }

    public static int monitor() throws InterruptedException {
        synchronized (LOCK) {
            nap(4);
        }
        return 1;
    }

    public static int lock() throws InterruptedException {
        REENTRANT.lock();
        try {
            nap(4);
        } finally {
            REENTRANT.unlock();
        }
        return 1;
    }

    public static int onePermit() throws InterruptedException {
        ONE_PERMIT.acquire();
        try {
            nap(4);
        } finally {
            ONE_PERMIT.release();
        }
        return 1;
    }

    public static Mono<Integer> oneThread() {
        return Mono.fromCallable(() -> {
                    nap(4);
                    return 1;
                })
                .subscribeOn(WRITER);
    }

    public static Mono<Long> oneAfterTheOther() {
        return Flux.range(0, 10)
                .concatMap(i -> Mono.delay(Duration.ofMillis(4)))
                .count();
    }

    public static Mono<Long> oneByOne() {
        return Flux.range(0, 10)
                .flatMap(i -> Mono.delay(Duration.ofMillis(4)), 1)
                .last();
    }

    public static Mono<Long> inSequence() {
        return Flux.range(0, 10)
                .flatMapSequential(i -> Mono.delay(Duration.ofMillis(4)), 1)
                .last();
    }

    public static Flux<Integer> filteredInOrder() {
        return Flux.range(0, 10)
                .filterWhen(i -> Mono.delay(Duration.ofMillis(4)).thenReturn(i % 2 == 0));
    }

    public static int connections() throws InterruptedException {
        CONNECTIONS.acquire();
        try {
            nap(10);
        } finally {
            CONNECTIONS.release();
        }
        return 1;
    }

    public static int impatient() throws InterruptedException {
        if (!FEW.tryAcquire(20, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Unable to acquire a connection: the pool is exhausted");
        }
        try {
            nap(30);
        } finally {
            FEW.release();
        }
        return 1;
    }

    public static Mono<Integer> smallPool() {
        return Mono.fromCallable(() -> {
                    nap(10);
                    return 1;
                })
                .subscribeOn(SMALL);
    }

    public static CompletableFuture<Integer> fewThreads() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        nap(10);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                },
                STORE);
    }

    public static int process() throws Exception {
        return new ProcessBuilder("sleep", "0.03").start().waitFor() + 1;
    }

    public static Mono<Integer> onParallel() {
        return Mono.fromCallable(Loops::xorshift).subscribeOn(Schedulers.parallel());
    }

    public static Flux<Integer> publishedOnParallel() {
        return Flux.range(0, 2).publishOn(Schedulers.parallel()).map(i -> Loops.xorshift());
    }

    public static Mono<Integer> uuidBehindAHop() {
        return Mono.fromCallable(() -> UUID.randomUUID() == null ? 0 : 1).subscribeOn(Schedulers.boundedElastic());
    }

    public static Mono<Integer> ontoTwoSchedulers() {
        return Mono.fromCallable(() -> 1)
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel())
                .map(i -> i + 1);
    }

    public static Mono<Integer> thereAndBack() {
        return Mono.just(1).publishOn(Schedulers.boundedElastic()).publishOn(Schedulers.parallel());
    }

    public static Mono<Integer> chain() {
        return Mono.just(1)
                .publishOn(Schedulers.parallel())
                .map(i -> i + 1)
                .publishOn(Schedulers.boundedElastic())
                .map(i -> i + 1)
                .publishOn(Schedulers.parallel());
    }

    public static int waitsForAHop() {
        return Objects.requireNonNull(Mono.fromCallable(() -> 1)
                .subscribeOn(Schedulers.boundedElastic())
                .block());
    }

    public static int getsAtOnce() throws Exception {
        return STORE.submit(() -> 1).get();
    }

    public static Mono<Long> ticksTooFast() {
        return Flux.interval(Duration.ofMillis(1))
                .take(200)
                .concatMap(tick -> Mono.delay(Duration.ofMillis(20)), 1)
                .count();
    }

    /** Emits as many as it likes, whatever was asked for. */
    public static Mono<Long> emitsTooMuch() {
        return Flux.<Integer>create(
                        sink -> {
                            for (int i = 0; i < 100; i++) {
                                sink.next(i);
                            }
                            sink.complete();
                        },
                        FluxSink.OverflowStrategy.ERROR)
                .concatMap(i -> Mono.delay(Duration.ofMillis(2)), 1)
                .count();
    }

    public static int waitsForAPool() throws Exception {
        return STORE.submit(() -> {
                    nap(10);
                    return 1;
                })
                .get();
    }

    public static int waitsForOneThread() {
        return Objects.requireNonNull(oneThread().block());
    }

    private static final BlockingQueue<CompletableFuture<Integer>> ORDERS = new LinkedBlockingQueue<>();

    /** One thread takes all orders from a queue, and whoever has placed one waits for it. */
    public static int throughAThreadOfItsOwn() {
        CompletableFuture<Integer> order = new CompletableFuture<>();
        ORDERS.add(order);
        return order.join();
    }

    static {
        Thread writer = new Thread(Bodies::serve, "writer");
        writer.setDaemon(true);
        writer.start();
    }

    private static void serve() {
        try {
            while (true) {
                CompletableFuture<Integer> order = ORDERS.take();
                nap(5);
                order.complete(1);
            }
        } catch (InterruptedException e) {
            return;
        }
    }

    public static int ownQueue() throws InterruptedException {
        return new LinkedBlockingQueue<Integer>().poll(10, TimeUnit.MILLISECONDS) == null ? 1 : 0;
    }

    public static int constant() {
        return 42;
    }

    public static Mono<Integer> never() {
        return Mono.never();
    }

    public static int latch() throws InterruptedException {
        new CountDownLatch(1).await();
        return 1;
    }

    public static Flux<Integer> groups() {
        return Flux.range(0, 3_000)
                .groupBy(i -> i)
                .flatMap(group -> group.take(5), 16)
                .filter(i -> i == 0);
    }

    public static Mono<Integer> justOfACall() throws InterruptedException {
        nap(4);
        return Mono.just(1);
    }

    public static Mono<Integer> justOfAComputation() {
        return Mono.just(Loops.xorshift());
    }

    public static Mono<Integer> nested() {
        return Mono.fromCallable(() -> {
                    nap(4);
                    return 1;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .subscribeOn(Schedulers.boundedElastic());
    }

    public static int briefLock() throws InterruptedException {
        nap(8);
        synchronized (LOCK) {
            return ready ? 0 : 1;
        }
    }

    public static int manyConnections() throws InterruptedException {
        nap(6);
        FEW.acquire();
        FEW.release();
        return 1;
    }
}
