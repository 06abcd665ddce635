package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.util.List;

/** Something that is shared, by whom, and what came of it. Not thread-safe, but for the racers' steps. */
interface SharingTrial {

    /** What it is played with. */
    Cast cast();

    /** How many faults were seen up to now; asked for between rounds. */
    long faults();

    /** What is told of it in the end. */
    Object finding(int rounds, List<String> touchedBy);

    /**
     * What a trial is played with.
     *
     * @param sharing how the racers share
     * @param gap the middle of a step
     * @param racers those who use what is shared at once
     */
    record Cast(Sharing sharing, Gap gap, List<Racer> racers) {}
}
