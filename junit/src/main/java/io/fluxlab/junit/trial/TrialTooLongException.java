package io.fluxlab.junit.trial;

import io.fluxlab.measure.Durations;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/** A trial was ended since its time was up; the message says where the body was. Not thread-safe. */
public final class TrialTooLongException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TrialTooLongException(Duration limit, List<String> places) {
        super("the comparison was not done after %s, the limit of this test; %s"
                .formatted(
                        Durations.readable(limit.toNanos()),
                        places.isEmpty()
                                ? "no thread of a lane was in the body"
                                : "the body was here:\n  " + String.join("\n  ", places)));
    }
}
