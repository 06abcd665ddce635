package org.example.bodies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import reactor.core.publisher.Flux;
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
    private static final AtomicBoolean NEVER = new AtomicBoolean();
    private static volatile boolean ready;

    private Bodies() {}

    private static void nap(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    public static int xorshift() {
        long x = 88172645463325252L;
        for (long i = 1_500_000; i > 0; i--) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x == 0 ? 0 : 1;
    }

    public static int primes() {
        int found = 0;
        for (int i = 2; i < 20_000; i++) {
            boolean isPrime = true;
            for (int d = 2; d * d <= i; d++) {
                if (i % d == 0) {
                    isPrime = false;
                    break;
                }
            }
            found += isPrime ? 1 : 0;
        }
        return found;
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

    public static int spinsOnTheClock() {
        long end = System.nanoTime() + 4_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return 1;
    }

    public static int spinsOnAFlag() throws Exception {
        CompletableFuture<Void> later =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
        while (!later.isDone() && !ready && !NEVER.get()) {
            Thread.onSpinWait();
        }
        return 1;
    }

    /** Asks a queue and keeps what it says. */
    public static int polls() {
        Queue<Integer> queue = new ConcurrentLinkedQueue<>();
        CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS).execute(() -> queue.add(1));
        Integer element = queue.poll();
        while (element == null) {
            element = queue.poll();
        }
        return element;
    }

    /** Counts how often it asks. */
    public static int counts() {
        long start = System.nanoTime();
        int asked = 0;
        while (System.nanoTime() - start < 4_000_000) {
            asked++;
        }
        return asked > 0 ? 1 : 0;
    }

    private static boolean isReady(AtomicInteger state) {
        return state.get() > 0;
    }

    /** Asks by a method of its own. */
    public static int asksItself() {
        AtomicInteger state = new AtomicInteger();
        CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS).execute(state::incrementAndGet);
        int asked = 0;
        while (!isReady(state)) {
            asked++;
        }
        return asked < 0 ? 0 : 1;
    }

    /** Reads on and on, and goes on from where it is. */
    public static int searches() {
        int[] numbers = new int[50_000];
        numbers[numbers.length - 1] = 1;
        int at = 0;
        for (int i = 0; i < 20; i++) {
            at = 0;
            while (numbers[at] == 0) {
                at++;
            }
        }
        return at;
    }

    /** Takes what it was told for the next question. */
    public static int follows() {
        Map<Integer, Integer> next = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            next.put(i, i + 1);
        }
        Integer at = 0;
        while (next.get(at) != null) {
            at = next.get(at);
        }
        return at;
    }

    @SuppressWarnings("ThreadPriorityCheck") // that is what it is about
    public static int yields() {
        CompletableFuture<Void> later =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
        while (!later.isDone()) {
            Thread.yield();
        }
        return 1;
    }

    public static int arrays() {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            kept.add(new byte[200_000]);
        }
        return kept.size();
    }

    public static int bigArrays() {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += new byte[3_000_000].length;
        }
        return sum > 0 ? 1 : 0;
    }

    public static Mono<Integer> onParallel() {
        return Mono.fromCallable(Bodies::xorshift).subscribeOn(Schedulers.parallel());
    }

    public static Flux<Integer> publishedOnParallel() {
        return Flux.range(0, 2).publishOn(Schedulers.parallel()).map(i -> xorshift());
    }

    public static Mono<Integer> uuidBehindAHop() {
        return Mono.fromCallable(() -> UUID.randomUUID() == null ? 0 : 1).subscribeOn(Schedulers.boundedElastic());
    }

    public static Mono<Integer> thereAndBack() {
        return Mono.just(1).publishOn(Schedulers.boundedElastic()).publishOn(Schedulers.parallel());
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
        return Mono.just(xorshift());
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
