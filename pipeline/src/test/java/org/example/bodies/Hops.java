package org.example.bodies;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Bodies that go to other threads: for each of their elements, or with all that they do. */
public final class Hops {

    private static final int ELEMENTS = 2_000;

    private static final ExecutorService TWO = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "two");
        thread.setDaemon(true);
        return thread;
    });

    private Hops() {}

    public static Flux<Integer> eachElement() {
        return Flux.range(0, ELEMENTS)
                .flatMap(i -> Mono.fromSupplier(() -> i + 1).subscribeOn(Schedulers.parallel()), 16);
    }

    public static Flux<Integer> inOrder() {
        return Flux.range(0, ELEMENTS)
                .concatMap(i -> Mono.just(i).publishOn(Schedulers.parallel()).map(n -> n + 1));
    }

    public static int oneResultAfterTheOther() throws Exception {
        int sum = 0;
        for (int i = 0; i < ELEMENTS / 2; i++) {
            int number = i;
            sum += TWO.submit(() -> number + 1).get();
        }
        return sum;
    }

    public static CompletableFuture<Integer> toTheCommonPool() {
        return CompletableFuture.supplyAsync(Loops::xorshift);
    }
}
