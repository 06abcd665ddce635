package io.fluxlab.verdict;

/** Says what was found, in one language. Implementations are immutable and thread-safe. */
public interface Wording {

    /** Why the recommended lane, in one or two sentences with figures. */
    String reason(Findings findings);

    /**
     * Which scheduler goes with the lane, and why not another one; empty where there is nothing to say.
     *
     * @param taskNanos how long a task takes there, in nanoseconds
     */
    String note(String lane, long taskNanos);

    /** The doubt in a sentence or two. */
    String warning(Doubt doubt);
}
