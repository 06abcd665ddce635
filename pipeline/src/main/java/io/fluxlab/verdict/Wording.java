package io.fluxlab.verdict;

/** Says what was found, in one language. Implementations are immutable and thread-safe. */
public interface Wording {

    /** Why the recommended lane, in one or two sentences with figures. */
    String reason(Findings findings);

    /** The doubt in a sentence or two. */
    String warning(Doubt doubt);
}
