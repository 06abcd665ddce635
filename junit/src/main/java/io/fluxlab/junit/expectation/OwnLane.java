package io.fluxlab.junit.expectation;

import io.fluxlab.verdict.Warning;
import java.util.List;
import java.util.stream.Stream;

/** The body does its work on the lane that it was given. */
public record OwnLane(List<String> on) implements Expectation {

    /** The warning by which a verdict says that work was done elsewhere. */
    private static final String LEFT = "left-the-lane";

    public OwnLane {
        on = List.copyOf(on);
    }

    @Override
    public Answer of(Evidence evidence) {
        List<String> lanes = on.isEmpty() ? evidence.lanes() : on;
        String expected = "the body stays on " + String.join(", ", lanes);
        List<String> left = Stream.concat(
                        evidence.departures().stream()
                                .filter(each -> each.elsewhere() > 0 && lanes.contains(each.lane()))
                                .map(OwnLane::text),
                        evidence.verdict().warnings().stream()
                                .filter(warning -> warning.code().equals(LEFT))
                                .map(Warning::message))
                .toList();
        if (!left.isEmpty()) {
            return new Answer(expected, Holding.FAILS, String.join("; ", left));
        }
        long calls = evidence.departures().stream()
                .filter(each -> lanes.contains(each.lane()))
                .mapToLong(Departure::calls)
                .sum();
        return calls == 0
                ? new Answer(expected, Holding.CANT_TELL, "nobody saw where its calls ended")
                : new Answer(expected, Holding.HOLDS, "all of %d calls ended where they began".formatted(calls));
    }

    private static String text(Departure departure) {
        return "%d of %d calls on %s ended on threads of %s, which are none of the lane's"
                .formatted(departure.elsewhere(), departure.calls(), departure.lane(), departure.threads());
    }
}
