package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class ThreadLocalTest extends PrivateDataContract {

    ThreadLocalTest() {
        super("thread-local");
    }

    @RepeatedTest(20)
    void eachThreadSeesOnlyItsOwn() {
        assertThat(seen()).allSatisfy(each -> {
            assertThat(each.seen()).isEqualTo(each.mine());
            assertThat(each.seenOn()).isEqualTo("private-data-owner-" + each.owner());
            assertThat(each.left()).isEmpty();
        });
    }
}
