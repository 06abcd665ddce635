package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class LostAcrossAHopTest extends HopContract {

    LostAcrossAHopTest() {
        super("hop");
    }

    @RepeatedTest(20)
    void threadLocalIsLost() {
        assertThat(seen()).allSatisfy(each -> assertThat(each.seen()).isEmpty());
    }
}
