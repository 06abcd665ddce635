package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AbstentionTest {
    private final List<String> lanes = new ArrayList<>();
    private final List<LaneSample> samples = new ArrayList<>();

    @Test
    void aSingleRoundRecommendsNothingAndSaysHowItLooks() {
        Verdict verdict = Lanes.rounds(1)
                .lane("immediate", 5000, 394, 2)
                .lane("bounded-elastic", 500, 0.5, 12)
                .verdict();

        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("single-round");
        assertThat(verdict.reason())
                .startsWith("There has been one round only: it takes more, 5 to be sure. bounded-elastic took ")
                .contains("(a single round shows nothing yet)");
    }

    @Test
    void anIntervalFromNothingToThousandsRecommendsNothing() {
        lane("immediate", 1, 1000, 1);
        lane("parallel", 1, 10, 1000);

        Verdict verdict = verdict();

        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("wide-interval");
        assertThat(verdict.reason())
                .startsWith("2 rounds leave open which of ")
                .contains("It takes more rounds, a longer time or a quieter machine.");
    }

    @Test
    void threeRoundsThatDifferByMoreThanTheirNoiseAreEnough() {
        lane("immediate", 1, 100, 101, 99);
        lane("parallel", 1, 50, 51, 50);

        assertThat(verdict().recommended()).isEqualTo("parallel");
        assertThat(verdict().abstained()).isNull();
    }

    @Test
    void lanesThatTakeAboutTheSameAreToldApartByTheRestAlthoughNeitherIsShownFaster() {
        lane("immediate", 1, 100, 108, 99, 104, 95, 101, 98, 100);
        lane("parallel", 4, 104, 97, 101, 108, 99, 95, 100, 103);

        Verdict verdict = verdict();

        assertThat(verdict.lanes().get(1).outcome()).isEqualTo(Outcome.CANT_TELL);
        assertThat(verdict.recommended()).isEqualTo("immediate");
    }

    @Test
    void aLaneThatMayYetOvertakeIsWaitedFor() {
        double[] steady = new double[30];
        double[] falling = new double[30];
        for (int round = 0; round < steady.length; round++) {
            steady[round] = 100 + round % 2;
            falling[round] = 180 - 2.5 * round;
        }
        lane("immediate", 1, steady);
        lane("process", 1, falling);

        Verdict verdict = verdict();

        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("still-warming");
        assertThat(verdict.reason()).startsWith("process still gets faster and may yet overtake immediate");
    }

    @Test
    void everyFasterLaneThatIsRuledOutForItsBystanderIsNamed() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 770, 2, 1)
                .lane("parallel", 405, 2, 3)
                .lane("bounded-elastic", 100, 66, 65)
                .lane("virtual", 105, 59, 3)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.reason())
                .contains("bounded-elastic is ruled out, though faster")
                .contains("virtual is ruled out, though faster")
                .contains("p99 59 ms against 2 ms");
    }

    @Test
    void aLaneThatIsRuledOutIsNamedEvenWhereTheRoundsDoNotShowItFaster() {
        lane("immediate", 2, 100, 100, 100, 100, 100, 100, 100);
        lane("virtual", 60, 40, 160, 40, 160, 40, 40, 40);

        assertThat(verdict().reason()).contains("virtual is ruled out, though faster");
    }

    @Test
    void itsFormOnTheWireSaysThatNothingIsRecommendedAndWhatIsMissing() {
        Verdict verdict = Lanes.rounds(1)
                .lane("immediate", 5000, 0.4, 2)
                .lane("virtual", 500, 0.5, 12)
                .verdict();

        assertThat(new String(WireFormat.JSON.write(verdict), StandardCharsets.UTF_8))
                .contains("\"recommended\":null,\"abstained\":\"single-round\"");
    }

    @Test
    void whatIsMissingIsSaidInRussianToo() {
        String reason = Lanes.rounds(1)
                .lane("immediate", 5000, 0.4, 2)
                .lane("virtual", 500, 0.5, 12)
                .tally()
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.RU), List.of())
                .reason();

        assertThat(reason).startsWith("Был только один раунд: нужно больше, для уверенности 5.");
    }

    private void lane(String name, double p99Millis, double... wallMillis) {
        lanes.add(name);
        long p99 = nanos(p99Millis);
        for (int round = 0; round < wallMillis.length; round++) {
            long wall = nanos(wallMillis[round]);
            samples.add(new LaneSample(
                    name,
                    round,
                    wall,
                    new RunCost(wall, 1, 1_000, 3, null, 0),
                    new Latency(p99 / 4, p99, 2 * p99, 100)));
        }
    }

    private Verdict verdict() {
        return Tally.of(lanes, lanes.get(0), samples)
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());
    }

    private static long nanos(double millis) {
        return Math.round(millis * TimeUnit.MILLISECONDS.toNanos(1));
    }
}
