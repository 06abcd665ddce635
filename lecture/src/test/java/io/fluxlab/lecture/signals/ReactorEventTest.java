package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReactorEventTest extends EventContract {

    ReactorEventTest() {
        super("reactor");
    }

    @Test
    void noWaiterHoldsAThread() {
        assertThat(moment("came", brief()).threadsHeld()).isZero();
    }
}
