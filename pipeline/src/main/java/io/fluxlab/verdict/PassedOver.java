package io.fluxlab.verdict;

/**
 * A lane that was faster than the recommended one, by its median, and is not recommended. Immutable.
 *
 * @param speedUp how many times as fast as the recommended lane it was
 */
public record PassedOver(LaneVerdict lane, double speedUp, Why why) {

    /** What speaks against it. */
    public enum Why {
        /** It is an emulation. */
        EMULATION,
        /** Work has left it. */
        LEFT,
        /** Its bystander, or another canary, waits too long. */
        BYSTANDER,
        /** It is not steady. */
        UNSETTLED,
        /** The rounds have not shown it to be faster. */
        NOT_SHOWN
    }
}
