package io.fluxlab.junit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Classes with bodies, which the tests have JUnit run; none of them is found by a build of its own. */
final class Bodies {

    private Bodies() {}

    static void pause(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    @Lanes({"immediate", "bounded-elastic"})
    static class Waiting {
        private long millis;

        @BeforeEach
        void setUp() {
            millis = 25;
        }

        @AfterEach
        void tearDown() {
            millis = 0;
        }

        @FluxlabTest(rounds = 7, tasks = 12, calls = 1)
        @FasterThan(lane = "immediate", by = 1.5)
        @KeepsLoopFree(p99 = "1s")
        void holds() throws InterruptedException {
            pause(millis);
        }

        @FluxlabTest(rounds = 7, tasks = 12, calls = 1)
        @FasterThan(on = "immediate", lane = "bounded-elastic")
        @KeepsLoopFree(on = "immediate", p99 = "100us")
        @NeverBlocksLoop
        String fails() throws InterruptedException {
            pause(millis);
            return "item";
        }

        @FluxlabTest(rounds = 1)
        @FasterThan(lane = "immediate", by = 1.5)
        Mono<String> cantBeTold() {
            return Mono.fromCallable(() -> {
                pause(millis);
                return "item";
            });
        }

        @FluxlabTest(rounds = 1, cantTell = CantTell.FAIL)
        @FasterThan(lane = "immediate", by = 1.5)
        Mono<String> mustBeTold() {
            return cantBeTold();
        }

        @FluxlabTest(rounds = 1, cantTell = CantTell.ABORT)
        @FasterThan(lane = "immediate", by = 1.5)
        Mono<String> isAborted() {
            return cantBeTold();
        }
    }

    @Lanes({"immediate", "parallel"})
    static class Returning {
        private int calls;

        @FluxlabTest(rounds = 2)
        @StaysOnItsLane
        @NeverBlocksLoop
        synchronized int value(TestInfo info) {
            calls += info.getDisplayName().length();
            return calls;
        }

        @FluxlabTest(rounds = 2)
        @StaysOnItsLane
        Flux<Integer> many() {
            return Flux.range(0, 3);
        }

        @FluxlabTest(rounds = 2)
        @StaysOnItsLane
        Mono<Integer> delayed() {
            return Mono.just(1).delayElement(Duration.ofMillis(1));
        }

        @FluxlabTest(rounds = 1)
        @ParameterizedTest
        @ValueSource(ints = {1, 0})
        Mono<Integer> divided(int by) {
            return Mono.fromCallable(() -> 6 / by);
        }

        @FluxlabTest(rounds = 2)
        CompletionStage<Integer> stage() {
            return CompletableFuture.supplyAsync(() -> 1);
        }

        @FluxlabTest(rounds = 2)
        Mono<Integer> broken() {
            return Mono.error(new IllegalStateException("no order 17"));
        }

        @FluxlabTest(limit = "500ms")
        Mono<Integer> endless() {
            return Mono.never();
        }

        @FluxlabTest(limit = "700ms")
        void stuck() throws InterruptedException {
            pause(60_000);
        }
    }

    static class Wrong {
        @FluxlabTest
        @Lanes({"imediate", "parallel"})
        void unknownLane() {}

        @FluxlabTest(maxTime = "soon", rounds = -1)
        @KeepsLoopFree(p99 = "10 parsecs")
        @FasterThan(lane = "virtual", by = 0)
        @Recommends("virtuel")
        void unknownAll() {}

        @SuppressWarnings("UnusedMethod") // asked for by its name
        @FluxlabTest
        private void hidden() {}
    }

    static final class Closed {
        @FluxlabTest
        void body() {}
    }
}
