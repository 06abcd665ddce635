package io.fluxlab.comparison;

import io.fluxlab.run.WarmJvms;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A round that has JVMs of its own, and how often its lanes have their turn. Confined to the comparison's stream. */
final class WarmRound {

    /** The JVMs play so many runs, or as many as begin in this time. */
    private static final int MOST_PASSES = 9;

    private static final Duration TIME = Duration.ofSeconds(2);

    private final WarmJvms jvms;
    private final LongSupplier nanoClock;
    private int passes = 1;
    private long secondPassNanos;

    /** The first pass, in which these JVMs start, goes on. */
    WarmRound(WarmJvms jvms, LongSupplier nanoClock) {
        this.jvms = jvms;
        this.nanoClock = nanoClock;
    }

    WarmJvms jvms() {
        return jvms;
    }

    /** Whether the JVMs, which are warm, play another run each. */
    boolean wantsPass() {
        return passes == 1 || (passes < MOST_PASSES && nanoClock.getAsLong() - secondPassNanos < TIME.toNanos());
    }

    /** Another pass begins. */
    void passes() {
        if (passes++ == 1) {
            secondPassNanos = nanoClock.getAsLong();
        }
    }
}
