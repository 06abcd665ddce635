package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trail.Assembly;
import org.junit.jupiter.api.Test;

class NothingToDoTest {

    @Test
    void tasksThatEndAsSoonAsTheyBeginHaveNothingToDo() {
        assertThat(Cases.on("parallel").taking(1_500).finding().cause()).isEqualTo(Cause.NOTHING_TO_DO);
        assertThat(Cases.on("parallel").taking(50_000).finding().cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(Cases.hop("publishOn", 1_500).finding().cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(Cases.on("parallel")
                        .taking(1_500)
                        .failed(1, "task-failed", "boom")
                        .finding()
                        .cause())
                .isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void workBeforeTheSubscriptionLeavesNothingToDo() {
        long second = 1_000_000_000L;

        assertThat(Cases.on("immediate")
                        .assembly(new Assembly(second, second + second / 10, 0))
                        .finding()
                        .cause())
                .isEqualTo(Cause.NOTHING_TO_DO);
        assertThat(Cases.on("immediate")
                        .assembly(new Assembly(0, second, Cases.TASKS))
                        .finding()
                        .cause())
                .isEqualTo(Cause.NOTHING_TO_DO);
    }

    @Test
    void manyCallsThatAreHardlySeenHaveNothingToDo() {
        Cases seen = Cases.on("immediate").calls(1_000).doing(Activity.RUNNING, 1);
        Cases between = Cases.on("immediate").calls(1_000).betweenCalls();

        assertThat(between.taking(800_000).finding().cause()).isEqualTo(Cause.NOTHING_TO_DO);
        assertThat(between.taking(2_000_000).finding().cause()).isNotEqualTo(Cause.NOTHING_TO_DO);
        assertThat(seen.taking(800_000).finding().cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(unseen(200_000).cause()).isEqualTo(Cause.NOTHING_TO_DO);
        assertThat(unseen(800_000).cause()).isEqualTo(Cause.UNKNOWN);
    }

    private static Finding unseen(long taskNanos) {
        return Cases.on("immediate").calls(1_000).taking(taskNanos).finding();
    }
}
