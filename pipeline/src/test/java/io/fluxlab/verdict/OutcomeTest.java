package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "0.97, 1.03, SAME",
        "0.98, 0.99, SAME",
        "1.01, 1.02, SAME",
        "0.969, 1.03, CANT_TELL",
        "0.97, 1.031, CANT_TELL",
        "0.5, 0.999, FASTER",
        "0.5, 1, CANT_TELL",
        "1.001, 1.5, SLOWER",
        "1, 1.5, CANT_TELL",
        "0.2, 5, CANT_TELL"
    })
    void boundariesBelongToTheMoreCautiousSide(double low, double high, Outcome outcome) {
        assertThat(Outcome.of(new Interval(low, high))).isEqualTo(outcome);
    }

    @Test
    void turningTheRatioOverTurnsFasterIntoSlower() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double low = 0.5 + random.nextDouble();
            Interval interval = new Interval(low, low + 0.2 * random.nextDouble());
            Outcome outcome = Outcome.of(interval);
            Outcome turned = Outcome.of(interval.inverse());
            assertThat(outcome == Outcome.FASTER && turned == Outcome.FASTER).isFalse();
            assertThat(outcome == Outcome.SLOWER && turned == Outcome.SLOWER).isFalse();
            if (interval.high() < 0.97) {
                assertThat(outcome).isEqualTo(Outcome.FASTER);
                assertThat(turned).isEqualTo(Outcome.SLOWER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonHasTheIdAndReadsItBack(Outcome outcome) throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(outcome)).isEqualTo('"' + outcome.id() + '"');
        assertThat(json.readValue('"' + outcome.id() + '"', Outcome.class)).isEqualTo(outcome);
        assertThat(outcome.id()).matches("baseline|faster|slower|same|cant-tell");
    }
}
