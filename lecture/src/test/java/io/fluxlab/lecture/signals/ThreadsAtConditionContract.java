package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.ConditionMoment.GivenLock;
import io.fluxlab.lecture.signals.ConditionMoment.HandedOver;
import io.fluxlab.lecture.signals.ConditionMoment.Notified;
import io.fluxlab.lecture.signals.ConditionMoment.OneLock;
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
    void notifyFreesAsManyAsItIsToldAndNotifyAllAll() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(
                        new Notified("notify", 1, 4, 1, 3),
                        new Notified("notify-n", 2, 3, 2, 1),
                        new Notified("notify-all", 1, 1, 1, 0));
    }

    @RepeatedTest(20)
    void waitLetsGoOfALockThatWasGivenHoweverOftenItWasTaken() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(
                        new GivenLock("given-lock", "plain", 1, true, 1),
                        new GivenLock("given-lock", "reentrant", 2, true, 2));
    }

    @RepeatedTest(20)
    void ofTwoConditionsWithOneLockTheOneThatIsNotifiedFreesItsOwnWaiters() {
        assertThat(run("bounded-elastic").flatItems()).contains(new OneLock("one-lock", 2, 2, 0));
    }
}
