package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class ContextTest extends HopContract {

    ContextTest() {
        super("context");
    }

    @RepeatedTest(20)
    void eachSeesOnlyItsOwnAcrossTheHop() {
        assertThat(seen()).allSatisfy(each -> assertThat(each.seen()).isEqualTo(each.mine()));
    }
}
