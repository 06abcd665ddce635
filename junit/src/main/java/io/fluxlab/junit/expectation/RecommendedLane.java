package io.fluxlab.junit.expectation;

import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import java.util.Optional;

/** A lane is the one to use. */
public record RecommendedLane(String lane) implements Expectation {

    @Override
    public Answer of(Evidence evidence) {
        String expected = lane + " is recommended";
        Optional<String> recommended = evidence.recommended();
        String reason = evidence.verdict().reason();
        if (recommended.isEmpty()) {
            return new Answer(expected, Holding.CANT_TELL, "no lane is: " + reason);
        }
        boolean told = told(evidence, lane) && told(evidence, recommended.get());
        String chosen = recommended.get() + " is: " + reason;
        return new Answer(
                expected,
                !told ? Holding.CANT_TELL : lane.equals(recommended.get()) ? Holding.HOLDS : Holding.FAILS,
                told ? chosen : chosen + "; the rounds have not settled how fast the lanes are");
    }

    private static boolean told(Evidence evidence, String lane) {
        return evidence.lane(lane).map(LaneVerdict::outcome).orElse(Outcome.CANT_TELL) != Outcome.CANT_TELL;
    }
}
