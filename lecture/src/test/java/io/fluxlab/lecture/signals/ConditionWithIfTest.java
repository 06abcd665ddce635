package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class ConditionWithIfTest extends ThreadsAtConditionContract {

    ConditionWithIfTest() {
        super("if");
    }

    @RepeatedTest(20)
    void everyWakeUpForNothingTakesWhatIsNotThere() {
        assertThat(moment(ConditionMoment.HandedOver.class).takenOfNothing()).isGreaterThanOrEqualTo(5);
    }
}
