package io.fluxlab.library;

import java.util.Optional;

/** An event of a scenario, as far as whoever keeps it or sends it has to know it. Immutable. */
public interface ScenarioSignal {

    /** The event's number in its scenario: from 0, without gaps. */
    long seq();

    /** The id under which the scenario runs, which its first event says; empty in all others. */
    Optional<String> begun();

    /** What came of it, which its last event says; empty in all others. */
    Optional<Tally> ended();

    /**
     * How many expectations there were. Immutable.
     *
     * @param held of which what was expected came out
     * @param failed of which it did not
     * @param undecided which could not be judged here
     */
    record Tally(int held, int failed, int undecided) {

        /** Whether all that could be judged came out. */
        public boolean passed() {
            return failed == 0;
        }
    }
}
