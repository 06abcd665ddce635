package io.fluxlab.verdict;

import io.fluxlab.measure.Latency;
import org.jspecify.annotations.Nullable;

/**
 * How calm a lane leaves the bystander against another lane. Immutable.
 *
 * @param own the lane's bystander
 * @param others the other lane's
 * @param isBearable whether the lane's bystander waits no longer than any may
 */
public record Calmness(Relation relation, Latency own, Latency others, boolean isBearable) {

    /** How two lanes compare. */
    public enum Relation {
        /** The lane is calmer. */
        MORE,
        /** Neither waits so much longer that it counts. */
        AS_MUCH,
        /** The other is calmer. */
        LESS
    }

    /** Of one lane against another; null where one of them had no bystander. */
    static @Nullable Calmness of(LaneVerdict lane, LaneVerdict other) {
        Latency own = lane.bystander();
        Latency others = other.bystander();
        if (own == null || others == null) {
            return null;
        }
        Relation relation = !Calm.asCalmAs(others, own)
                ? Relation.MORE
                : Calm.asCalmAs(own, others) ? Relation.AS_MUCH : Relation.LESS;
        return new Calmness(relation, own, others, Calm.bearable(own));
    }
}
