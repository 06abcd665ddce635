package io.fluxlab.load;

/**
 * How many tasks were on their way at a time. Immutable.
 *
 * @param atNanos nanoseconds since the run's start
 * @param waiting how many were due and had not started
 * @param running how many had started and not ended
 */
public record BacklogSample(long atNanos, int waiting, int running) {

    int all() {
        return waiting + running;
    }
}
