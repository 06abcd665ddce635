package io.fluxlab.verdict;

import java.util.List;

/** Says what was found, in one language. Implementations are immutable and thread-safe. */
public interface Wording {

    /** Why the recommended lane, in one or two sentences with figures. */
    String reason(Findings findings);

    /** That these lanes have failed, and others have not. */
    String failed(List<LaneFailure> failures);

    /** That every lane has failed, and what follows from that. */
    String allFailed(List<LaneFailure> failures);

    /** The doubt in a sentence or two. */
    String warning(Doubt doubt);
}
