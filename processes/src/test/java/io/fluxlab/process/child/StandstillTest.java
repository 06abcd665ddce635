package io.fluxlab.process.child;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class StandstillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whoIsGivenNextToNothingButGoesOnIsNotStuck() {
        verify(used(2_000, 4_000, 6_000, 8_000, 8_100), 5);
    }

    @Test
    void whoDoesNothingIsStuck() {
        verify(used(10), 1);
    }

    @Test
    void whoseTimeNobodyKnowsIsStuckWhenThePatienceIsOver() {
        verify(used(0), 1);
    }

    @Test
    void whoWorksWithoutAnEndIsStuck() {
        verify(used(20_000, 40_000), 2);
    }

    /** It is found to be stuck after so many times the patience, and not before. */
    private static void verify(Supplier<Duration> cpuTime, int times) {
        StepVerifier.withVirtualTime(() -> Standstill.of(cpuTime, PATIENCE, VirtualTimeScheduler.get()))
                .expectSubscription()
                .expectNoEvent(PATIENCE.multipliedBy(times).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectNextCount(1)
                .verifyComplete();
    }

    private static Supplier<Duration> used(long... millis) {
        Iterator<Long> next = Arrays.stream(millis).boxed().iterator();
        return () -> Duration.ofMillis(next.next());
    }
}
