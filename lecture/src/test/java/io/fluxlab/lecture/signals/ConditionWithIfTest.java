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

    @RepeatedTest(20)
    void moreIsSoldThanThereWas() {
        ConditionMoment.HandedOver moment = moment(ConditionMoment.HandedOver.class);

        assertThat(moment.sold()).isEqualTo(moment.items() + moment.takenOfNothing());
        assertThat(moment.level()).isEqualTo(-moment.takenOfNothing());
        assertThat(moment.lowestLevel()).isNegative();
    }
}
