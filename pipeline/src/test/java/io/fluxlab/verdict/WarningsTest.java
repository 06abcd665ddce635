package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static final Lanes ORDERLY =
            Lanes.rounds(10).lane("immediate", 1000, 0.4, 4).lane("parallel", 500, 0.3, 4);

    @Test
    void orderlyFiguresGiveNone() {
        assertThat(ORDERLY.verdict().warnings()).isEmpty();
    }

    @Test
    void aBaselineThatVariesIsANoisyMachine() {
        Tally tally = Synthetic.compare(
                new Random(1), Noise.LOGNORMAL_20_PERCENT, StoppingRule.fixed(20), Synthetic.identical(2));

        List<Warning> warnings = tally.findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of())
                .warnings();

        assertThat(warnings).extracting(Warning::code).containsExactly("noisy-machine");
        assertThat(warnings.get(0).message()).matches("The wall time of lane-0 varies by \\d\\d % .*");
    }

    @Test
    void outliersAloneAreNotANoisyMachine() {
        Tally tally = Synthetic.compare(new Random(1), Noise.OUTLIERS, StoppingRule.fixed(20), Synthetic.identical(2));

        assertThat(tally.findings(Synthetic.QUIET)
                        .in(VerdictWording.in(Language.EN), List.of())
                        .warnings())
                .isEmpty();
    }

    @Test
    void fewerThanFiveRoundsAreTooFew() {
        Verdict verdict = Lanes.rounds(4).lane("immediate", 1000, 0.4, 4).verdict();

        assertThat(verdict.warnings()).extracting(Warning::code).containsExactly("too-few-rounds");
        assertThat(verdict.warnings().get(0).message()).startsWith("Only 4 of at least 5 rounds");
    }

    @Test
    void runsBelowAMillisecondAreTooShortForTheClock() {
        Verdict verdict = Lanes.rounds(5)
                .lane("immediate", 0.5, 0.1, 2)
                .lane("parallel", 1.5, 0.1, 4)
                .verdict();

        assertThat(verdict.warnings()).extracting(Warning::code).containsExactly("clock-too-coarse");
        assertThat(verdict.warnings().get(0).message()).contains("immediate takes only 0.5 ms: below 1 ms");
    }

    @Test
    void aCoarseClockNeedsLongerRuns() {
        Calibration coarse = new Calibration(15_000_000, null);

        assertThat(ORDERLY.tally()
                        .findings(coarse)
                        .in(VerdictWording.in(Language.EN), List.of())
                        .warnings())
                .extracting(Warning::code)
                .containsExactly("clock-too-coarse", "clock-too-coarse");
    }

    @Test
    void aBystanderThatWaitsOnAnIdleLoopIsStarved() {
        Calibration busy = new Calibration(25, new Latency(1_000_000, 6_000_000, 7_000_000, 100));

        List<Warning> warnings = ORDERLY.tally()
                .findings(busy)
                .in(VerdictWording.in(Language.EN), List.of())
                .warnings();

        assertThat(warnings).extracting(Warning::code).containsExactly("bystander-starved");
        assertThat(warnings.get(0).message()).contains("waited 6 ms (p99) while nothing ran");
    }
}
