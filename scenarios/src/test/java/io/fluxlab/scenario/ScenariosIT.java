package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.run.Performance;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every script that comes with Fluxlab holds what it claims. {@code -Dscenario=gil} runs only that one. */
class ScenariosIT {

    @TestFactory
    Stream<DynamicTest> scenarioHoldsWhatItClaims() {
        return Performance.names().map(name -> DynamicTest.dynamicTest(name, () -> holds(Performance.of(name))));
    }

    private static void holds(Performance performance) {
        var scenario = performance.scenario();

        assertThat(performance.broken()).isEmpty();
        assertThat(performance.judged())
                .hasSameSizeAs(scenario.expectations())
                .allMatch(judged -> judged.held() || judged.undecided());
        assertThat(performance.revealed())
                .hasSameSizeAs(scenario.questions())
                .allMatch(revealed -> revealed.problem() == null || isTooBusy(performance));
    }

    /** Where the machine is too busy to judge all that is expected, a question may have no answer either. */
    private static boolean isTooBusy(Performance performance) {
        return performance.judged().stream().anyMatch(Judged::undecided);
    }
}
