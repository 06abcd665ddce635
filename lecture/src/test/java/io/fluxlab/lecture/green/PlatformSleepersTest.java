package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PlatformSleepersTest extends GreenThreadsContract {

    PlatformSleepersTest() {
        super("platform");
    }

    /** At least a page or two each, and no more than is set aside for it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void takesPagesOfStack() {
        assertThat(cost(COUNT).stackBytes()).isBetween(8_192.0, 1_100_000.0);
    }
}
