package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassicEventTest extends EventContract {

    ClassicEventTest() {
        super("classic");
    }

    @Test
    void eachWaiterHoldsAThread() {
        EventMoment moment = moment("came", brief());

        assertThat(moment.threads()).isEqualTo(moment.waiting());
        assertThat(moment.threadsHeld()).isEqualTo(moment.waiting());
    }
}
