package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final List<String> LANES =
            IntStream.range(0, 16).mapToObj(lane -> "lane" + lane).toList();

    private final List<LaneSample> samples = new ArrayList<>();
    private final Race race = new Race(LANES);

    @Test
    void theSlowerHalfIsLeftOutEveryTwoRoundsAndTheBaselineStays() {
        round(1, 10);
        assertThat(race.running()).hasSize(16);
        round(2, 10);
        assertThat(race.running())
                .hasSize(9)
                .contains("lane0", "lane15", "lane8")
                .doesNotContain("lane7");
        assertThat(race.isOpen()).isTrue();
        round(3, 10);
        round(4, 10);
        assertThat(race.running()).hasSize(6).contains("lane0", "lane15");
    }

    @Test
    void aLaneThatWasNotShownToBeOutOfTheQuestionComesBack() {
        for (int round = 1; round <= 8; round++) {
            round(round, 0); // all alike, with so much noise that two rounds show nothing
        }
        assertThat(race.isOpen()).isTrue();
        assertThat(race.running()).hasSizeGreaterThan(6);
    }

    private void round(int round, int step) {
        for (String lane : race.running()) {
            int number = Integer.parseInt(lane.substring(4));
            double noise = step == 0 ? 1 + 0.8 * ((number * 31 + round * 17) % 7) : 1;
            long wall = Math.round(1_000_000 * (1 + step * (16 - number)) * noise);
            samples.add(new LaneSample(lane, round, wall, new RunCost(1, 1, 1, 1, null, 0), null));
        }
        race.roundEnded(Tally.of(LANES, "lane0", samples).withRunning(race.running()));
    }
}
