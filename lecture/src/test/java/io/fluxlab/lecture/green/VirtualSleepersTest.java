package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtualSleepersTest extends GreenThreadsContract {

    VirtualSleepersTest() {
        super("virtual");
    }

    /** Its stack lies on the heap: some hundred bytes, and not some ten thousand. */
    @Test
    void takesAFewHundredBytesOfHeap() {
        assertThat(cost(20_000).heapBytes()).isBetween(100.0, 5_000.0);
    }
}
