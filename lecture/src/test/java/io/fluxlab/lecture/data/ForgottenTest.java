package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

class ForgottenTest extends PrivateDataContract {

    ForgottenTest() {
        super("forgotten");
    }

    @RepeatedTest(10)
    void nextJobFindsWhatTheOneBeforeHasLeft() {
        List<PrivateDataItem> seen = seen();

        assertThat(seen.get(0).seen()).isEmpty();
        for (int job = 1; job < OWNERS; job++) {
            assertThat(seen.get(job).seen()).isEqualTo(seen.get(job - 1).mine());
        }
    }
}
