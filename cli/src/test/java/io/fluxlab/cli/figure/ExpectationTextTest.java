package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.scenario.expression.Seen;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationTextTest {

    private final ExpectationText text = new ExpectationText(Language.EN, Palette.PLAIN, 80, true);

    @Test
    void whatHeldIsTicked() {
        assertThat(text.judged(judged(null, true, false)))
                .containsExactly("  ✓ Two threads are faster.", "      ratio.s.parallel < 0.7", "      x = 1");
    }

    @Test
    void whatDidNotHoldIsCrossed() {
        assertThat(text.judged(judged(null, false, false))).first().isEqualTo("  ✗ Two threads are faster.");
    }

    @Test
    void whatCouldNotBeJudgedSaysWhy() {
        assertThat(text.judged(judged("cpu.s.process > 1.7", false, true)))
                .containsExactly(
                        "  – Two threads are faster.",
                        "      ratio.s.parallel < 0.7",
                        "      not judged, because this does not hold: cpu.s.process > 1.7",
                        "      x = 1");
    }

    private static Judged judged(@Nullable String given, boolean held, boolean undecided) {
        return new Judged(
                0,
                0,
                0,
                "ratio.s.parallel < 0.7",
                given,
                Map.of(Language.EN, "Two threads are faster."),
                held,
                undecided,
                List.of(new Seen("x", 1L, false)),
                null,
                Map.of());
    }
}
