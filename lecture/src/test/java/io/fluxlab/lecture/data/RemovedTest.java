package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class RemovedTest extends PrivateDataContract {

    RemovedTest() {
        super("removed");
    }

    @RepeatedTest(10)
    void nextJobFindsNothing() {
        assertThat(seen()).allSatisfy(each -> assertThat(each.seen()).isEmpty());
    }
}
