package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;

/** Each task on a virtual thread of its own (JEP 444; lecture: Green threads). */
public final class VirtualLane implements Lane {

    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public String summary() {
        return "each task on a virtual thread of its own";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.max(1, tasks);
    }

    /** Their carriers are the JVM's, and as many for all runs as for one. */
    @Override
    public Claim claim(int concurrency) {
        return VirtualSession.claim(concurrency);
    }

    @Override
    public int computing(int concurrency) {
        return VirtualSession.carriers(concurrency);
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return VirtualSession.named(name(), concurrency);
    }
}
