package io.fluxlab.comparison;

import static io.fluxlab.comparison.ComparisonStates.MILLI;
import static io.fluxlab.comparison.ComparisonStates.run;
import static io.fluxlab.comparison.ComparisonStates.setup;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lane whose answer is clear does not take the time of the others. */
class ThinnedRoundsTest {

    private static final Map<String, Long> MILLIS = Map.of("immediate", 10L, "parallel", 10L, "virtual", 200L);
    private static final long TIME = 12_000;

    private final AtomicLong nanos = new AtomicLong();
    private final Random random = new Random(11);

    @Test
    void clearLaneTakesPartInOneRoundOfFour() {
        Map<String, Integer> turns = play(null);

        assertThat(turns.get("immediate")).isEqualTo(turns.get("parallel"));
        assertThat(turns.get("virtual")).isBetween(turns.get("parallel") / 4, turns.get("parallel") / 4 + 5);
        assertThat(turns.get("parallel"))
                .as("beside whole rounds only: %d", TIME / 220)
                .isGreaterThan(150);
        assertThat(nanos.get()).as("the time is kept").isLessThanOrEqualTo(TIME * MILLI);
    }

    @Test
    void allLanesHaveTheRoundsThatWereAskedFor() {
        assertThat(play(20).values()).containsOnly(20);
    }

    private Map<String, Integer> play(@Nullable Integer rounds) {
        ComparisonState state = new ComparisonState(setup(rounds, 0, TIME, 1L, Optional.empty()), nanos::get, () -> 0);
        Map<String, Integer> turns = new HashMap<>();
        do {
            for (Turn turn : state.nextRound(false)) {
                String lane = turn.lane().name();
                long wall = (long) (MILLIS.get(lane) * MILLI * Math.exp(0.3 * random.nextGaussian()));
                nanos.addAndGet(lane.equals("virtual") ? 200 * MILLI : 10 * MILLI);
                run(state, turn, List.of(1L), wall);
                turns.merge(lane, 1, Integer::sum);
            }
        } while (state.wantsRound());
        return turns;
    }
}
