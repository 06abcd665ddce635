package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GarbageBoundTest {

    @Test
    void aCollectorThatTakesAThirdOfTheTimeIsTheCauseUnlessNothingIsAllocated() {
        Cases busy = Cases.on("parallel").started(2).doing(Activity.RUNNING, 2).collector(0.9, 4_000_000_000L);
        Cases idle = Cases.on("parallel").started(2).doing(Activity.RUNNING, 2).collector(0.9, 10_000_000L);

        assertThat(busy.finding().cause()).isEqualTo(Cause.GARBAGE_BOUND);
        assertThat(idle.finding().cause()).isEqualTo(Cause.CPU_BOUND);
    }

    @Test
    void whatTheLabAllocatesItselfWhileTasksSleepIsNoGarbageOfTheirs() {
        Cases sleeping = Cases.on("virtual").doing(Activity.SLEEPING, 8).cpu(0.01);

        assertThat(sleeping.collector(0.3, 25_000_000L).finding().cause()).isEqualTo(Cause.WAITING);
    }

    @Test
    void theSameRateIsGarbageInLargeArraysAndNotInObjects() {
        Cases objects =
                Cases.on("parallel").started(2).doing(Activity.RUNNING, 2).collector(0.01, 6_000_000_000L);

        assertThat(objects.finding().cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(objects.large(0.9).finding().cause()).isEqualTo(Cause.GARBAGE_BOUND);
    }

    @Test
    void largeArraysInMemoryThatTheKernelHasToGiveFirstAreGarbageHoweverSlowThatIs() {
        Cases slow = Cases.on("parallel")
                .started(2)
                .doing(Activity.RUNNING, 2)
                .collector(0.01, 500_000_000L)
                .large(0.9);

        assertThat(slow.finding().cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(slow.kernel(1.2, 10_000_000, 0).finding().cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(slow.kernel(1.2, 400_000_000, 0).finding().suspicion()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.GARBAGE_BOUND);
            assertThat(found.at()).containsExactly("com.acme.Orders.save(Orders.java:0)");
        });
    }
}
