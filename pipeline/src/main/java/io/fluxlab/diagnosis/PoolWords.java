package io.fluxlab.diagnosis;

import io.fluxlab.diagnosis.Outline.Trouble;
import java.util.regex.Pattern;

/** How errors say that a pool has no place left. Stateless. */
final class PoolWords {

    private static final Pattern POOL = Pattern.compile(
            "(?i)pool|acquir|connection is not available|no (free|available) (connection|permit|thread)|bulkhead|"
                    + "rejectedexecution|queue (is )?full|capacity");

    private PoolWords() {}

    static boolean speakOfPool(Trouble failure) {
        return POOL.matcher(failure.code() + " " + failure.message()).find();
    }
}
