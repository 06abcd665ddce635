package io.fluxlab.scenario.run;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.Revealed;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import reactor.core.scheduler.Schedulers;

/**
 * What came of a scenario that was run in its quick form: once for all tests of a JVM, since that is what takes their time.
 *
 * @param figures figure to step to lane to value
 */
public record Performance(
        Scenario scenario,
        List<Judged> judged,
        List<Revealed> revealed,
        List<StepBroken> broken,
        Map<String, Object> figures) {
    private static final Lab LAB = LocalLab.create();
    private static final ScriptReader READER =
            ScriptReader.on(LabListing.of(LAB).block());
    private static final Map<String, Performance> DONE = new ConcurrentHashMap<>();

    /** Of all scripts that come with Fluxlab, or of the one that {@code -Dscenario} names. */
    public static Stream<String> names() {
        var chosen = System.getProperty("scenario", "");
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream())
                .filter(name -> chosen.isEmpty() || name.equals(chosen));
    }

    /** The one performance of the script of this name. */
    public static Performance of(String name) {
        return DONE.computeIfAbsent(name, each -> of(Scripts.read(each, READER)));
    }

    /** A performance of this scenario. */
    static Performance of(Scenario scenario) {
        var state = new ScenarioState(scenario, Form.QUICK, Map.of());
        var judged = new ArrayList<Judged>();
        var revealed = new ArrayList<Revealed>();
        var broken = new ArrayList<StepBroken>();
        var timer = Schedulers.newSingle("timer", true);
        try {
            ScenarioRunner.on(LAB, timer)
                    .run(scenario, Form.QUICK, Detail.EXPECTED)
                    .doOnNext(event -> {
                        switch (event) {
                            case ScenarioEvent.StepStarted started -> state.started(step(scenario, started.step()));
                            case ScenarioEvent.OfRun run ->
                                state.ofRun(step(scenario, run.step()), run.lane(), run.event());
                            case ScenarioEvent.OfComparison comparison ->
                                state.ofComparison(step(scenario, comparison.step()), comparison.event());
                            case Judged one -> judged.add(one);
                            case Revealed one -> revealed.add(one);
                            case StepBroken one -> broken.add(one);
                            case ScenarioEvent.ScenarioStarted ignored -> {}
                            case ScenarioEvent.StepFinished ignored -> {}
                            case ScenarioEvent.ScenarioFinished ignored -> {}
                        }
                    })
                    .blockLast();
        } finally {
            timer.dispose();
        }
        return new Performance(scenario, judged, revealed, broken, state.figures());
    }

    private static Step step(Scenario scenario, String id) {
        return scenario.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
