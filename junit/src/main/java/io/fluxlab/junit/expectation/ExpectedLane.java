package io.fluxlab.junit.expectation;

import io.fluxlab.verdict.LaneVerdict;
import java.util.Optional;

/** The lane that an expectation is about. */
final class ExpectedLane {

    private ExpectedLane() {}

    /** How the lane is called in an expectation. */
    static String text(String on) {
        return on.isEmpty() ? "on the lane that is recommended" : "on " + on;
    }

    /** What was found about it; empty where none is recommended, or the lane was not compared. */
    static Optional<LaneVerdict> in(Evidence evidence, String on) {
        return (on.isEmpty() ? evidence.recommended() : Optional.of(on)).flatMap(evidence::lane);
    }

    /** Why there is nothing to go by. */
    static String missing(Evidence evidence, String on) {
        return on.isEmpty()
                ? "no lane is recommended: " + evidence.verdict().reason()
                : "%s was not among the lanes that were compared, %s".formatted(on, evidence.lanes());
    }
}
