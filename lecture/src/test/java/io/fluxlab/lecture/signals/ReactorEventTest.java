package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReactorEventTest extends EventContract {

    ReactorEventTest() {
        super("reactor");
    }

    @Test
    void noWaiterHoldsAThread() {
        EventMoment moment = moment("came", brief());

        assertThat(moment.threads()).isEqualTo(1);
        assertThat(moment.threadsHeld()).isZero();
    }
}
