package io.fluxlab.comparison;

import io.fluxlab.lane.Lane;
import io.fluxlab.verdict.Race;
import io.fluxlab.verdict.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which placements run in the next round of a search. Confined to the comparison's stream. */
final class Contest {

    private @Nullable Race race;

    /** Of these lanes: one for each lane that has all stages while they warm up, for the code is the same in all. */
    List<Lane> next(List<Lane> lanes, boolean isWarmup, String baseline, TurnFigures figures) {
        if (isWarmup) {
            return lanes.stream().filter(Search::isOnOneLane).toList();
        }
        Race racing = race;
        if (racing == null) {
            racing = new Race(Search.worthPlacing(lanes, figures::stages).stream()
                    .map(Lane::name)
                    .toList());
            race = racing;
        }
        List<String> running = racing.running();
        return lanes.stream()
                .filter(lane -> running.contains(lane.name()) || lane.name().equals(baseline))
                .toList();
    }

    /** A round that counts has ended. */
    void roundEnded(Tally tally) {
        if (race != null) {
            race.roundEnded(tally);
        }
    }

    /** Whether it takes more rounds, whatever the figures of those that run are like. */
    boolean isOpen() {
        return race != null && race.isOpen();
    }

    /** The tally, which does not wait for those that were left out. */
    Tally of(Tally tally) {
        return race == null ? tally : tally.withRunning(race.running());
    }
}
