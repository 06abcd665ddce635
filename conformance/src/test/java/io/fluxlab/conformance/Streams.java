package io.fluxlab.conformance;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.util.Map;
import reactor.core.publisher.Flux;

/** The streams that are verified. */
final class Streams {

    private static final String UNKNOWN = "unknown";

    private Streams() {}

    /** A run of a thousand short tasks: two events for each, and some more. */
    static Flux<RunEvent> run(Lab lab, String lane) {
        return lab.run(RunRequest.of("count", lane).with(Map.of("tasks", 1_000, "n", 10)));
    }

    static Flux<RunEvent> failingRun(Lab lab) {
        return lab.run(RunRequest.of(UNKNOWN, "immediate"));
    }

    /** A comparison with the events of all its runs. */
    static Flux<ComparisonEvent> comparison(Lab lab) {
        return lab.compare(ComparisonRequest.of("count")
                .on("immediate", "parallel")
                .with(Map.of("tasks", 1_000, "n", 10))
                .rounds(3, 1)
                .withRunEvents());
    }

    static Flux<ComparisonEvent> failingComparison(Lab lab) {
        return lab.compare(ComparisonRequest.of(UNKNOWN).on("immediate"));
    }
}
