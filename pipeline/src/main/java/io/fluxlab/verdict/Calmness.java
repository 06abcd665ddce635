package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import org.jspecify.annotations.Nullable;

/**
 * How calm a lane leaves others against another lane. Immutable.
 *
 * @param own what the lane harms most
 * @param others what the other lane does
 * @param isBearable whether that waits no longer on the lane than anything may
 */
public record Calmness(Relation relation, CanaryReading own, CanaryReading others, boolean isBearable) {

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
        CanaryReading own = lane.harm();
        CanaryReading others = other.harm();
        if (own == null || others == null) {
            return null;
        }
        Relation relation = !Calm.asCalmAs(others, own)
                ? Relation.MORE
                : Calm.asCalmAs(own, others) ? Relation.AS_MUCH : Relation.LESS;
        return new Calmness(relation, own, others, Calm.bearable(own));
    }

    /** Whether both lanes harm the home loop most. */
    public boolean isOfHomeLoops() {
        return own.canary() == CanaryKind.HOME_LOOP && others.canary() == CanaryKind.HOME_LOOP;
    }
}
