package io.fluxlab.comparison;

import io.fluxlab.claim.Claim;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;

/** A lane that runs at most so many tasks at once. Immutable. */
record LaneAtMost(String name, Lane lane, int most) implements Lane {

    /** The lane under another name, which runs as many tasks as it always does. */
    static LaneAtMost called(String name, Lane lane) {
        return new LaneAtMost(name, lane, Integer.MAX_VALUE);
    }

    @Override
    public String summary() {
        return lane.summary();
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(most, lane.concurrency(tasks));
    }

    @Override
    public int mostConcurrency() {
        return Math.min(most, lane.mostConcurrency());
    }

    @Override
    public Claim claim(int concurrency) {
        return lane.claim(concurrency);
    }

    @Override
    public int computing(int concurrency) {
        return lane.computing(concurrency);
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return lane.open(home, concurrency);
    }
}
