package io.fluxlab.verdict;

import java.util.List;

/** Says what was found, in one language. Implementations are immutable and thread-safe. */
public interface Wording {

    /** Why the recommended lane, in one or two sentences with figures. */
    String reason(Findings findings);

    /**
     * Which scheduler goes with the lane, and why not another one; empty where there is nothing to say.
     *
     * @param taskNanos how long a task takes there, in nanoseconds
     */
    String note(LaneVerdict lane, long taskNanos);

    /** What a recommendation lacks, in a sentence or two. */
    String missing(Missing missing);

    /** That these lanes fall behind, and which of all lanes hold the event loop up, and which don't. */
    String behind(List<LaneBehind> behind, LoopKeeping loop);

    /** That these lanes have failed, and others have not. */
    String failed(List<LaneFailure> failures);

    /** That every lane has failed, and what follows from that. */
    String allFailed(List<LaneFailure> failures);

    /** The doubt in a sentence or two. */
    String warning(Doubt doubt);
}
