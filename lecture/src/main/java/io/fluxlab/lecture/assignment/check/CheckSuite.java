package io.fluxlab.lecture.assignment.check;

import java.util.List;

/** The hidden checks of an assignment. */
public interface CheckSuite {

    /** What is checked, in this order. */
    List<Check> checks();

    /**
     * A check.
     *
     * @param point the name of what it checks
     * @param body throws {@link Unmet} where that is not so
     */
    record Check(String point, Body body) {}

    /** Runs a student's code. */
    @FunctionalInterface
    interface Body {

        /** Returns where everything is as it should be. */
        void run() throws Exception;
    }
}
