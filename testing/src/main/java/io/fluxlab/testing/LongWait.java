package io.fluxlab.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.Extension;

/**
 * Lets Awaitility wait for a minute where a test names no limit, for on a busy machine the ten seconds that it waits by
 * itself are too few to start a process in; and look at once, and then after 1, 2, 4 ms and so on, for most of what a
 * test waits for is there long before the 100 ms after which it looks by itself. JUnit finds this by itself.
 */
public final class LongWait implements Extension {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration FIRST_LOOK = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

    static {
        Awaitility.setDefaultTimeout(LIMIT);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(new IterativePollInterval(LongWait::longer, FIRST_LOOK));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
