package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelayedSubscribersTest extends GreenThreadsContract {

    DelayedSubscribersTest() {
        super("delay");
    }

    @Test
    void takesAFewHundredBytesOfHeap() {
        assertThat(cost(20_000).heapBytes()).isBetween(50.0, 5_000.0);
    }
}
