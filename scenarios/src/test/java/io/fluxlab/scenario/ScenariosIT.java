package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.Revealed;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Every script that comes with Fluxlab holds what it claims. {@code -Dscenario=gil} runs only that one. */
class ScenariosIT {
    private static final Lab LAB = LocalLab.create();

    private static Scheduler timer;

    @BeforeAll
    static void startTimer() {
        timer = Schedulers.newSingle("timer", true);
    }

    @AfterAll
    static void stopTimer() {
        timer.dispose();
    }

    @TestFactory
    Stream<DynamicTest> scenarioHoldsWhatItClaims() {
        var reader = ScriptReader.on(LabListing.of(LAB).block());
        var chosen = System.getProperty("scenario", "");
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream())
                .filter(name -> chosen.isEmpty() || name.equals(chosen))
                .map(name -> DynamicTest.dynamicTest(name, () -> holds(Scripts.read(name, reader))));
    }

    private static void holds(Scenario scenario) {
        var events = ScenarioRunner.on(LAB, timer)
                .run(scenario, Form.QUICK, Detail.EXPECTED)
                .filter(event -> event instanceof Judged
                        || event instanceof Revealed
                        || event instanceof StepBroken
                        || event instanceof ScenarioFinished)
                .collectList()
                .block();

        assertThat(events).noneMatch(StepBroken.class::isInstance);
        assertThat(events)
                .filteredOn(Judged.class::isInstance)
                .hasSameSizeAs(scenario.expectations())
                .allMatch(event -> ((Judged) event).held() || ((Judged) event).undecided());
        assertThat(events)
                .filteredOn(Revealed.class::isInstance)
                .hasSameSizeAs(scenario.questions())
                .allMatch(event -> ((Revealed) event).problem() == null);
    }
}
