package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.ConditionMoment.HandedOver;
import io.fluxlab.lecture.signals.ConditionMoment.Notified;
import org.junit.jupiter.api.RepeatedTest;

/** What threads that wait at a condition variable keep, whether or not they look again. */
abstract class ThreadsAtConditionContract extends ConditionContract {

    ThreadsAtConditionContract(String waiting) {
        super(waiting);
    }

    @RepeatedTest(20)
    void everyItemIsTakenOnce() {
        HandedOver moment = moment(HandedOver.class);

        assertThat(moment.taken()).isEqualTo(50);
        assertThat(moment.twice()).isZero();
    }

    @RepeatedTest(20)
    void notifyFreesOneAndNotifyAllAll() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(new Notified("notify", 3, 1, 2), new Notified("notify-all", 2, 2, 0));
    }
}
