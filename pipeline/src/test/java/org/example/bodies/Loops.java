package org.example.bodies;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies that are loops: some wait, some compute. */
public final class Loops {

    private static final AtomicBoolean NEVER = new AtomicBoolean();
    private static final AtomicInteger ONE = new AtomicInteger(1);
    private static volatile boolean ready;

    private Loops() {}

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

    @SuppressWarnings("ThreadPriorityCheck") // that is what it is about
    public static int yields() {
        CompletableFuture<Void> later =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
        while (!later.isDone()) {
            Thread.yield();
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

    /** Keeps whether it is time. */
    public static int remembers() {
        long end = System.nanoTime() + 4_000_000;
        boolean isTime = false;
        while (!isTime) {
            isTime = System.nanoTime() >= end;
        }
        return 1;
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

    /** Makes something of what it is told, each time anew. */
    public static int elapses() {
        long start = System.nanoTime();
        long elapsed = 0;
        long asked = 0;
        while (elapsed < 4_000_000) {
            long now = System.nanoTime();
            elapsed = now - start;
            asked++;
        }
        return asked > 0 ? 1 : 0;
    }

    public static int spinsOnInstants() {
        Instant end = Instant.now().plusMillis(4);
        int asked = 0;
        while (Instant.now().isBefore(end)) {
            asked++;
        }
        return asked < 0 ? 0 : 1;
    }

    /** Keeps what it reads of a field. */
    public static int reads() {
        long end = System.nanoTime() + 4_000_000;
        boolean isOver = false;
        while (!isOver && System.nanoTime() < end) {
            isOver = ready;
        }
        return 1;
    }

    /** Adds up what it is told. */
    public static int sums() {
        long sum = 0;
        while (sum < 2_000_000) {
            sum += ONE.get();
        }
        return sum > 0 ? 1 : 0;
    }

    /** Asks two in turn for what the other has told. */
    public static int walks() {
        Map<Integer, Integer> there = new HashMap<>();
        Map<Integer, Integer> back = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            there.put(i, i + 1);
            back.put(i + 1, i + 1);
        }
        Integer at = 0;
        while (there.get(at) != null) {
            Integer next = there.get(at);
            at = back.get(next);
        }
        return at;
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
}
