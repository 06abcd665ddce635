package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lane on which the workload failed: it has no outcome. Immutable.
 *
 * @param lane the lane
 * @param failed how many tasks of that run did not finish
 * @param tasks how many there were
 * @param code names what went wrong in kebab-case: that of the first task that failed, or of the run
 * @param message the same as a sentence
 * @param at where that was, the first frames that are the user's own; empty where none is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LaneFailure(String lane, int failed, int tasks, String code, String message, List<String> at) {

    /** The code of a source that does not wait for demand, and emitted more than was asked for. */
    public static final String OVERFLOW = "overflow";

    public LaneFailure {
        @Nullable List<String> given = at;
        at = given == null ? List.of() : List.copyOf(given);
    }

    /** Whether a source ran ahead of its consumer. */
    @JsonIgnore
    public boolean hasOverflowed() {
        return code.equals(OVERFLOW);
    }
}
