package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.run.RunEvent.Failure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run, a comparison, a search or a scenario beside its events. Immutable.
 *
 * @param run its id, as its own first event has it
 * @param work what was asked for
 * @param owner whose it is
 * @param state how far it is
 * @param time when it went on
 * @param place where, and of which code
 * @param events how many of its events are kept
 * @param outcome what came of it; null while it goes on, and where it was lost
 * @param note what somebody wanted to remember; null where that is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptRun(
        String run,
        Work work,
        Owner owner,
        RunState state,
        Time time,
        Place place,
        Events events,
        @Nullable Outcome outcome,
        @Nullable String note) {

    /**
     * What was asked for. Immutable.
     *
     * @param lanes the names of the lanes, placements or variants
     * @param request the request's fields, as its route takes them; null where a list does not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Work(
            RunKind kind,
            String workload,
            List<String> lanes,
            @Nullable Map<String, Object> request) {}

    /**
     * Whose it is. Immutable.
     *
     * @param name of whoever submitted it
     * @param shared whether everybody who may come in sees it
     */
    public record Owner(String name, boolean shared) {}

    /**
     * When it went on, in milliseconds since 1970, UTC. Immutable.
     *
     * @param endedMillis null while it goes on, and where it was lost
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Time(long startedMillis, @Nullable Long endedMillis) {}

    /**
     * Where it went on, and of which code. Immutable.
     *
     * @param version of Fluxlab
     * @param commit of the code that was measured; null where nobody knew
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            Machine machine, String version, @Nullable String commit) {}

    /**
     * How many events are kept. Immutable.
     *
     * @param last the number of the newest; -1 where there is none
     * @param missing how many are not, since the disk was too slow for them
     * @param bytes that they take, compressed
     */
    public record Events(long count, long last, long missing, long bytes) {}

    /**
     * What came of it. Immutable.
     *
     * @param wallNanos of a run; null of others
     * @param recommended of a comparison; null of others, and where it recommends nothing
     * @param figures that a list has room for: of a search the rate per second that each lane bears, where one was shown, and
     *     {@code cant-tell} of a lane of which there was no telling; of a scenario how many expectations {@code held}, {@code failed} and were {@code undecided}; null of others
     * @param summary of its last event: a run's summary, a verdict without its samples, what the lanes bear, or how many
     *     expectations held; null where there was no such event, or a list does not tell
     * @param error why it broke or was cancelled; null where it says so itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            @Nullable Long wallNanos,
            @Nullable String recommended,
            @Nullable Map<String, Object> figures,
            @Nullable Map<String, Object> summary,
            @Nullable Failure error) {

        /** Of what ended without a last event, and why. */
        public static Outcome of(@Nullable Failure error) {
            return new Outcome(null, null, null, null, error);
        }
    }

    /** Whether somebody of this name may see it, who is none that may see everything. */
    public boolean isSeenBy(String name) {
        return owner.shared || owner.name.equals(name);
    }
}
