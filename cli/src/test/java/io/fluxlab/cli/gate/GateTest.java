package io.fluxlab.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.cli.figure.Samples;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Verdict VERDICT = Samples.verdict(20);

    private final GateParser parser = new GateParser(Samples.LANES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parallel.speedup < 1.99x",
                "parallel.speedup.low<1.99",
                "bounded-elastic.speedup.high <= 1.2",
                "immediate.bystander.p99 > 50ms",
                "immediate.speedup == 1",
                "parallel.median > 0.1 s",
                "parallel.cpus < 2.0",
                "threads >= 4",
                "recommended.threads != 3",
                "allocated > 1MB",
                "recommended != immediate",
                "recommended == parallel"
            })
    void failsWhereTheConditionHolds(String text) {
        assertThat(parser.parse(text).failure(VERDICT)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parallel.speedup < 1.5",
                "bystander.p99 > 50ms",
                "bystander.max >= 1s",
                "immediate.speedup != 1",
                "threads > 4",
                "allocated > 1GB",
                "recommended != parallel"
            })
    void passesWhereItDoesNot(String text) {
        assertThat(parser.parse(text).failure(VERDICT)).isEmpty();
    }

    @Test
    void slowerFailsOnlyWhereSomethingWasShownToBe() {
        assertThat(parser.parse("slower").failure(VERDICT)).isEmpty();
        assertThat(new GateParser(List.of("a/b.java::load", "pool:threads=1,queue=2"))
                        .parse("a/b.java::load.speedup < 1")
                        .text())
                .isEqualTo("a/b.java::load.speedup < 1");
        assertThat(new GateParser(List.of("pool:threads=1,queue=2"))
                        .parse("pool:threads=1,queue=2.speedup<1")
                        .text())
                .isEqualTo("pool:threads=1,queue=2.speedup<1");
    }

    @Test
    void failureTellsTheFigureOfTheLaneThatIsMeant() {
        assertThat(parser.parse("bystander.p99 < 50ms").failure(VERDICT))
                .hasValue("bystander.p99 < 50ms: parallel.bystander.p99 is 1 ms");
        assertThat(parser.parse("recommended == parallel").failure(VERDICT))
                .hasValue("recommended == parallel: recommended is parallel");
    }

    @Test
    void aLaneThatFallsBehindHasNotFailed() {
        Verdict late = Samples.underLoad(3).verdict();

        assertThat(parser.parse("immediate.median > 10s").failure(late))
                .hasValue("immediate.median > 10s can't be told: immediate falls behind its load");
        assertThat(parser.parse("bounded-elastic.median > 10s").failure(late))
                .hasValue("bounded-elastic.median > 10s can't be told: there are no figures of bounded-elastic");
    }

    @Test
    void figureThatIsUnknownFails() {
        assertThat(parser.parse("parallel.speedup.low < 1").failure(Samples.verdict(1)))
                .hasValue("parallel.speedup.low < 1 can't be told: parallel.speedup.low is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parallel.speedup | must be FIGURE OPERATOR VALUE, such as parallel.speedup < 1.5, or slower",
                "paralel.speedup < 1 | no lane paralel is compared; did you mean parallel?",
                "parallel.spedup < 1 | no such figure spedup; did you mean speedup?",
                "parallel.speedup < fast | 'fast' is no number",
                "parallel.median < 5 | '5' is no time: write a number and ns, µs, ms, s, min or h, such as 15s",
                "allocated > 5 | '5' is no size: write a number and B, kB, MB or GB",
                "recommended < parallel | recommended can only be == or != a lane",
                "recommended == paralel | no lane paralel is compared; did you mean parallel?"
            },
            quoteCharacter = '"')
    void mistakeIsAnsweredWithWhatWouldBeRight(String text, String answer) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parser.parse(text))
                .withMessage("--fail-if '" + text + "': " + answer);
    }

    @ParameterizedTest
    @CsvSource({
        "gil:switchMillis=0.5.speedup < 2, gil:switchMillis=0.5",
        "gil:switchMillis=0.median>1s, gil:switchMillis=0",
        "gil.threads == 3, gil"
    })
    void laneMayHaveSettings(String text, String lane) {
        var lanes = new GateParser(List.of("gil", "gil:switchMillis=0", "gil:switchMillis=0.5"));

        assertThat(lanes.parse(text))
                .isInstanceOfSatisfying(
                        Gate.OfFigure.class, gate -> assertThat(gate.lane()).isEqualTo(lane));
        assertThat(lanes.parse("recommended != " + lane)).isInstanceOf(Gate.OfRecommendation.class);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> lanes.parse("gil:switchMillis=0.6.speedup.low < 2"))
                .withMessageContaining("no lane gil:switchMillis=0.6 is compared; did you mean gil:switchMillis=0");
    }
}
