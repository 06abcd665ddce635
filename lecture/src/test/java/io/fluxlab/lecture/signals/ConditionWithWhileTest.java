package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.ConditionMoment.HandedOver;
import org.junit.jupiter.api.RepeatedTest;

class ConditionWithWhileTest extends ThreadsAtConditionContract {

    ConditionWithWhileTest() {
        super("while");
    }

    @RepeatedTest(20)
    void nothingIsTakenThatIsNotThere() {
        HandedOver moment = moment(HandedOver.class);

        assertThat(moment.takenOfNothing()).isZero();
        assertThat(moment.sold()).isEqualTo(moment.items());
        assertThat(moment.level()).isZero();
        assertThat(moment.lowestLevel()).isZero();
        assertThat(moment.wokenForNothing()).isGreaterThanOrEqualTo(5);
    }
}
