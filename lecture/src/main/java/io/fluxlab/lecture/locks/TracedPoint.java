package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.trace.Tracer;

/** A point of which each access to a coordinate is taken down. Not thread-safe, as {@link UnlockedPoint}. */
final class TracedPoint implements Point {

    private final Gap gap;
    private final Tracer tracer;
    private volatile int x;
    private volatile int y;

    TracedPoint(Gap gap, Tracer tracer) {
        this.gap = gap;
        this.tracer = tracer;
    }

    @Override
    public long get() {
        gap.pass(); // before the pair: in its middle, who reads would keep step with who writes
        int readX = x;
        tracer.read("x", readX);
        int readY = y;
        tracer.read("y", readY);
        return Point.pair(readX, readY);
    }

    @Override
    public void set(int newX, int newY) {
        x = newX;
        tracer.wrote("x", newX);
        gap.pass();
        y = newY;
        tracer.wrote("y", newY);
    }
}
