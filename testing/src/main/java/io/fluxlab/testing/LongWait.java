package io.fluxlab.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.Extension;

/**
 * Lets Awaitility wait for a minute where a test names no limit: on a busy machine the ten seconds that it waits by
 * itself are too few to start a process in. JUnit finds it by itself.
 */
public final class LongWait implements Extension {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
