package io.fluxlab.cli.gate;

import io.fluxlab.cli.figure.LaneFigure;
import io.fluxlab.cli.figure.Unit;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A condition on a verdict under which the command fails. Immutable. */
public sealed interface Gate {

    /** Stands for the recommended lane. */
    String RECOMMENDED = "recommended";

    /** Says of all that was compared that nothing of it is slower than the baseline. */
    String SLOWER = "slower";

    /** The condition as it was typed. */
    String text();

    /** Why this verdict fails; empty if it does not. A figure that is missing fails. */
    Optional<String> failure(Verdict verdict);

    /** Holds a figure of a lane against a value. */
    record OfFigure(String text, String lane, LaneFigure figure, Unit unit, Operator operator, double value)
            implements Gate {
        @Override
        public Optional<String> failure(Verdict verdict) {
            LaneVerdict found = find(verdict);
            if (found == null) {
                return Optional.of(text + " can't be told: " + missing(verdict));
            }
            String name = found.lane() + "." + figure.id();
            OptionalDouble actual = figure.of(found);
            if (actual.isEmpty()) {
                return Optional.of(text + " can't be told: " + name + " is unknown");
            }
            return operator.holds(actual.getAsDouble(), value)
                    ? Optional.of(text + ": " + name + " is " + unit.show(actual.getAsDouble()))
                    : Optional.empty();
        }

        /** Why there is nothing of the lane. */
        private String missing(Verdict verdict) {
            if (lane.equals(RECOMMENDED)) {
                return "no lane is recommended";
            }
            boolean isBehind =
                    verdict.behind().stream().anyMatch(each -> each.lane().equals(lane));
            boolean hasFailed =
                    verdict.failures().stream().anyMatch(each -> each.lane().equals(lane));
            return isBehind
                    ? lane + " falls behind its load"
                    : hasFailed ? lane + " failed" : "there are no figures of " + lane;
        }

        private @Nullable LaneVerdict find(Verdict verdict) {
            String wanted = lane.equals(RECOMMENDED) ? verdict.recommended() : lane;
            return verdict.lanes().stream()
                    .filter(each -> each.lane().equals(wanted))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Fails where something was shown to be slower than the baseline, or failed; what can't be told does not. */
    record OfOutcome(String text) implements Gate {
        @Override
        public Optional<String> failure(Verdict verdict) {
            return verdict.lanes().stream()
                    .filter(lane -> lane.outcome() == Outcome.SLOWER)
                    .findFirst()
                    .map(lane -> "%s: %s takes %s times as long as the baseline"
                            .formatted(
                                    text,
                                    lane.lane(),
                                    Unit.FACTOR.show(lane.standing().ratio())));
        }
    }

    /** Holds the recommended lane's name against a name. */
    record OfRecommendation(String text, Operator operator, String lane) implements Gate {
        @Override
        public Optional<String> failure(Verdict verdict) {
            String recommended = verdict.recommended();
            if (recommended == null) {
                return Optional.of(text + " can't be told: no lane is recommended");
            }
            return operator.holds(recommended, lane)
                    ? Optional.of(text + ": recommended is " + recommended)
                    : Optional.empty();
        }
    }
}
