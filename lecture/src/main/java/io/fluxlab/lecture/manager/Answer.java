package io.fluxlab.lecture.manager;

import java.util.List;

/**
 * What comes of a {@link Call}. Immutable.
 *
 * @param truth what a question comes to; otherwise whether the call was right
 * @param message what was got
 */
record Answer(boolean truth, List<Object> message) {

    static final Answer DONE = new Answer(true, List.of());
    static final Answer REFUSED = new Answer(false, List.of());

    static Answer of(boolean truth) {
        return truth ? DONE : REFUSED;
    }
}
