package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

/** What all hold who change the thread. */
abstract class HopContract extends PrivateDataContract {

    HopContract(String way) {
        super(way);
    }

    @RepeatedTest(10)
    void ownersLookOnAThreadThatTheyShare() {
        assertThat(seen()).allSatisfy(each -> {
            assertThat(each.setOn()).isEqualTo("private-data-owner-" + each.owner());
            assertThat(each.seenOn()).matches("private-data-hop-[12]");
            assertThat(each.left()).isEmpty();
        });
    }
}
