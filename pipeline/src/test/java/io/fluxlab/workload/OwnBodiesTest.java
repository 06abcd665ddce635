package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people write as a body. That it compiles, without casts and with checked exceptions, is part of what is tested. */
class OwnBodiesTest {

    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor();
    private static final AtomicInteger DONE = new AtomicInteger();

    private final int seven = 7;

    @AfterAll
    static void stop() {
        LATER.shutdownNow();
    }

    static List<Workload<Repeated>> bodiesOfSeven() {
        OwnBodiesTest orders = new OwnBodiesTest();
        Supplier<Mono<Integer>> supplier = () -> Mono.just(7);
        Callable<Integer> callable = () -> 7;
        return List.of(
                Workload.of("body", () -> 7),
                Workload.of("body", () -> orders.load()),
                Workload.of("body", orders::load),
                Workload.of("body", () -> orders.loadOrThrow()),
                Workload.of("body", orders::loadOrThrow),
                Workload.of("body", OwnBodiesTest::parseOrThrow),
                Workload.of("body", () -> {
                    orders.work();
                    return orders.loadOrThrow();
                }),
                Workload.of("body", () -> Optional.of(7)),
                Workload.of("body", () -> Mono.just(7)),
                Workload.of("body", () -> Mono.just(7).hide()),
                Workload.of("body", () -> Flux.just(7)),
                Workload.of("body", Mono.fromCallable(() -> 7)),
                Workload.of("body", Flux.just(7).hide()),
                Workload.of("body", callable),
                Workload.of("body", supplier::get),
                Workload.of("body", () -> supplier),
                Workload.of("body", () -> callable),
                Workload.of("body", () -> CompletableFuture.completedFuture(7)),
                Workload.of("body", () -> CompletableFuture.supplyAsync(() -> 7)),
                Workload.of("body", () -> orders.stage()),
                Workload.of("body", orders::stage),
                Workload.of("body", () -> LATER.schedule(() -> 7, 1, TimeUnit.MILLISECONDS)),
                Workload.of("body", () -> ImmediateEventExecutor.INSTANCE.submit(() -> 7)),
                Workload.of("body", () -> Stream.of(7)),
                Workload.of("body", () -> published()),
                Workload.builder("body").body(() -> orders.loadOrThrow()),
                Workload.builder("body").body(call -> orders.loadOrThrow()));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfSeven")
    void itemsAreWhatComesOfTheBody(Workload<Repeated> workload) {
        RunLog run = run(workload, Map.of("tasks", 2, "calls", 3));

        assertThat(run.items()).isEqualTo(Map.of(0, List.of(7, 7, 7), 1, List.of(7, 7, 7)));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfSeven")
    void singleCallIsTakenLikeManyOfThem(Workload<Repeated> workload) {
        RunLog run = run(workload, Map.of("tasks", 2, "calls", 1));

        assertThat(run.items()).isEqualTo(Map.of(0, List.of(7), 1, List.of(7)));
    }

    static List<Workload<Repeated>> bodiesOfNothing() {
        OwnBodiesTest orders = new OwnBodiesTest();
        Runnable runnable = orders::work;
        return List.of(
                Workload.of("body", () -> {
                    orders.work();
                }),
                Workload.of("body", () -> orders.work()),
                Workload.of("body", orders::work),
                Workload.of("body", () -> orders.workOrThrow()),
                Workload.of("body", orders::workOrThrow),
                Workload.of("body", runnable::run),
                Workload.builder("body").action(() -> orders.workOrThrow()),
                Workload.builder("body").action(call -> orders.workOrThrow()));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfNothing")
    void bodyThatReturnsNothingIsDone(Workload<Repeated> workload) {
        int before = DONE.get();

        RunLog run = run(workload, Map.of("tasks", 2, "calls", 3));

        assertThat(run.finished().status()).isEqualTo(Status.COMPLETED);
        assertThat(run.flatItems()).isEmpty();
        assertThat(DONE.get() - before).isEqualTo(6);
    }

    @Test
    void failureOfWhatWasReturnedFailsTheTask() {
        RunLog run = run(
                Workload.of("body", () -> LATER.schedule(OwnBodiesTest::fail, 1, TimeUnit.MILLISECONDS)),
                Map.of("tasks", 2, "calls", 3));

        assertThat(run.failures()).hasSize(2).allMatch(message -> message.contains("no such order"));
    }

    @Test
    void futureDoesNotHoldTheHomeLoop() {
        int tasks = 50;
        AtomicInteger open = new AtomicInteger();
        CompletableFuture<Integer> all = new CompletableFuture<>();
        Workload<Repeated> workload = Workload.of("body", () -> {
            if (open.incrementAndGet() == tasks) {
                all.complete(7);
            }
            return all.copy();
        });
        LocalLab lab = LocalLab.builder().workload(workload).build();

        RunLog run = RunLog.of(lab, RunRequest.of("body", "event-loop").with(Map.of("tasks", tasks, "calls", 1)));

        assertThat(run.flatItems()).hasSize(tasks);
    }

    private static RunLog run(Workload<Repeated> workload, Map<String, Object> parameters) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        return RunLog.of(lab, RunRequest.of(workload.name(), "parallel").with(parameters));
    }

    private Mono<Integer> load() {
        return Mono.just(seven);
    }

    private Mono<Integer> loadOrThrow() throws IOException {
        if (seven != 7) {
            throw new IOException("no such order");
        }
        return Mono.just(seven).hide();
    }

    private static int parseOrThrow() throws IOException {
        return new OwnBodiesTest().seven;
    }

    private CompletionStage<Integer> stage() {
        return CompletableFuture.supplyAsync(() -> seven);
    }

    private void work() {
        DONE.incrementAndGet();
    }

    private void workOrThrow() throws IOException {
        if (seven != 7) {
            throw new IOException("no such order");
        }
        work();
    }

    private static int fail() throws IOException {
        throw new IOException("no such order");
    }

    private static java.util.concurrent.Flow.Publisher<Integer> published() {
        return subscriber -> {
            SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
            publisher.subscribe(subscriber);
            publisher.submit(7);
            publisher.close();
        };
    }
}
