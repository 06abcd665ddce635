package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.util.List;

/** Something that is shared, by whom, and what came of it. Not thread-safe, but for the racers' steps. */
interface Trial {

    Sharing sharing();

    /** The middle of a step. */
    Gap gap();

    /** Those who use it at once. */
    List<Racer> racers();

    /** How many faults were seen up to now; asked for between rounds. */
    long faults();

    /** What is told of it in the end. */
    Object finding(int rounds, List<String> touchedBy);
}
