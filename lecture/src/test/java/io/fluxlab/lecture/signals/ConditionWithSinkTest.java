package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.ConditionMoment.Delivered;
import org.junit.jupiter.api.RepeatedTest;

class ConditionWithSinkTest extends ConditionContract {

    ConditionWithSinkTest() {
        super("reactor");
    }

    @RepeatedTest(20)
    void subscribersAreCalledForItemsAndNothingElse() {
        assertThat(moment(Delivered.class)).isEqualTo(new Delivered("handed-over", 50, 50, 0, 50));
    }
}
