package io.fluxlab.lecture.manager;

import java.util.List;

/**
 * What comes of a {@link MethodCall}. Immutable.
 *
 * @param truth what a question comes to; otherwise whether the call was right
 * @param message what was got
 */
record CallResult(boolean truth, List<Object> message) {

    static final CallResult DONE = new CallResult(true, List.of());
    static final CallResult REFUSED = new CallResult(false, List.of());

    static CallResult of(boolean truth) {
        return truth ? DONE : REFUSED;
    }
}
