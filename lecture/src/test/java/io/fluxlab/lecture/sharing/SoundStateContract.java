package io.fluxlab.lecture.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

/** What all sound ways to share keep. */
abstract class SoundStateContract extends SharedStateWorkloadContract {

    /** 5000, doubled three times. */
    private static final long STEPS = 5000L * (1 + 2 + 4 + 8);

    SoundStateContract(String variant) {
        super(variant);
    }

    @RepeatedTest(5)
    void noFaultIsSeenInAllRounds() {
        Found found = found();

        assertThat(found.names().reads()).isEqualTo(STEPS);
        assertThat(found.names().torn()).isZero();
        assertThat(found.names().example()).isNull();
        assertThat(found.list().iterations()).isEqualTo(STEPS);
        assertThat(found.list().conflicts()).isZero();
        assertThat(found.list().wrong()).isZero();
        assertThat(found.counter().increments()).isEqualTo(2 * STEPS);
        assertThat(found.counter().counted()).isEqualTo(2 * STEPS);
        assertThat(found.counter().lost()).isZero();
    }
}
