package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.expression.Seen;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.OfComparison;
import io.fluxlab.scenario.run.ScenarioEvent.OfRun;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.scenario.run.ScenarioEvent.StepFinished;
import io.fluxlab.scenario.script.ScriptReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@Timeout(60)
class ScenarioRunnerTest {
    private static final String CONSTANT = "run: {workload: constant, parameters: {tasks: 3, calls: 2}, lane: virtual}";

    private final Fixture fixture = new Fixture();
    private final Scheduler timer = Schedulers.newSingle("timer");
    private final ScenarioRunner runner = ScenarioRunner.on(fixture.lab, timer);

    @AfterEach
    void stopTimer() {
        timer.dispose();
    }

    @Test
    void figuresAndResultsOfARunAreThere() {
        var events = run(fixture.scenario(
                "s: {" + CONSTANT + "}",
                "results.s.virtual.size() == 6 && results.s.virtual.all(item, item.value == 42)",
                "tasks.s.virtual.size() == 3 && tasks.s.virtual.all(items, items.size() == 2)",
                "count.s.virtual == 6",
                "sorted(order.s.virtual.started) == [0, 1, 2] && sorted(order.s.virtual.finished) == [0, 1, 2]",
                "order.s.virtual.items.size() == 6",
                "labels.s.virtual == [\"task 0\", \"task 1\", \"task 2\"]",
                "workers.s.virtual.size() > 0 && distinct(workers.s.virtual) == workers.s.virtual",
                "failures.s.virtual == []",
                "status.s.virtual == \"completed\" && wall.s.virtual > 0 && cpu.s.virtual > 0",
                "threads.s.virtual > 0 && allocated.s.virtual > 0",
                "bystander.s.virtual.p50Millis <= bystander.s.virtual.maxMillis",
                "canary.s.virtual.carrier.p50Millis <= canary.s.virtual.carrier.maxMillis"));

        assertThat(events)
                .filteredOn(Judged.class::isInstance)
                .allSatisfy(event ->
                        assertThat(((Judged) event).held()).as(event.toString()).isTrue());
        assertThat(((ScenarioFinished) events.get(events.size() - 1)).passed()).isTrue();
    }

    @Test
    void figuresOfAComparisonAreThere() {
        var events = run(fixture.scenario(
                "s: {compare: {workload: constant, parameters: {tasks: 2, calls: 1}, lanes: [immediate, virtual],"
                        + " rounds: 2, warmup: 0}}",
                "ratio.s.immediate == 1.0 && outcome.s.immediate == \"baseline\"",
                "low.s.virtual <= ratio.s.virtual && ratio.s.virtual <= high.s.virtual",
                "results.s.virtual == results.s.immediate && results.s.virtual.size() == 2",
                "order.s.virtual.started.size() == 2 && count.s.virtual == 2"));

        assertThat(events)
                .filteredOn(Judged.class::isInstance)
                .allSatisfy(event ->
                        assertThat(((Judged) event).held()).as(event.toString()).isTrue());
        assertThat(((ScenarioFinished) events.get(events.size() - 1)).failed()).isZero();
    }

    @Test
    void recommendationOfAComparisonIsThere() {
        var events = run(fixture.scenario(
                "s: {compare: {workload: sleeping, parameters: {tasks: 8, calls: 1}, lanes: [immediate, virtual],"
                        + " rounds: 5, warmup: 0}}",
                "recommended.s == \"virtual\""));

        assertThat(events)
                .filteredOn(Judged.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((Judged) event).held()).as(event.toString()).isTrue());
    }

    @Test
    void eventsComeInOrder() {
        var events = run(fixture.scenario("""
                        a: {run: {workload: constant, parameters: {tasks: 1, calls: 1}, lanes: [immediate, virtual]}}
                        b: {compare: {workload: constant, parameters: {tasks: 1, calls: 1}, lanes: [immediate], rounds: 1, warmup: 0}}
                        """, "true"));

        assertThat(events)
                .filteredOn(event -> !(event instanceof OfRun) && !(event instanceof OfComparison))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ScenarioStarted",
                        "StepStarted",
                        "StepFinished",
                        "StepStarted",
                        "StepFinished",
                        "Judged",
                        "ScenarioFinished");
        assertThat(events)
                .filteredOn(event -> event instanceof OfRun of && of.event() instanceof RunEvent.RunStarted)
                .extracting(event -> ((OfRun) event).lane())
                .containsExactly("immediate", "virtual");
    }

    @Test
    void failedExpectationComesWithItsValuesAndTheFiguresBehindThem() {
        var judged = judged(fixture.scenario("s: {" + CONSTANT + "}", "count.s.virtual > 6"));

        assertThat(judged.held()).isFalse();
        assertThat(judged.problem()).isNull();
        assertThat(judged.seen()).containsExactly(new Seen("count.s.virtual", 6L, false));
        assertThat(judged.figures().get("s").get("virtual")).containsKeys("wall", "status", "cpu", "count");
    }

    @Test
    void expectationIsNotJudgedWhereWhatIsGivenDoesNotHold() {
        var events = run(given("count.s.virtual == 7", "count.s.virtual == 8"));

        assertThat(events).element(events.size() - 2).isInstanceOfSatisfying(Judged.class, judged -> {
            assertThat(judged.undecided()).isTrue();
            assertThat(judged.held()).isFalse();
            assertThat(judged.seen()).containsExactly(new Seen("count.s.virtual", 6L, false));
        });
        assertThat(events).last().isInstanceOfSatisfying(ScenarioFinished.class, end -> {
            assertThat(end.passed()).isTrue();
            assertThat(end.undecided()).isEqualTo(1);
            assertThat(end.all()).isEqualTo(1);
        });
    }

    @Test
    void expectationIsJudgedWhereWhatIsGivenHolds() {
        assertThat(judged(given("count.s.virtual == 6", "count.s.virtual > 5")).held())
                .isTrue();
        assertThat(judged(given("count.s.virtual == 6", "count.s.virtual > 6")).undecided())
                .isFalse();
        assertThat(run(given("count.s.virtual == 6", "count.s.virtual > 6")))
                .last()
                .isInstanceOfSatisfying(
                        ScenarioFinished.class, end -> assertThat(end.passed()).isFalse());
    }

    @Test
    void whatIsGivenFailsWhereItHasNoValue() {
        var judged = judged(given("results.s.virtual[9] == 1", "true"));

        assertThat(judged.undecided()).isFalse();
        assertThat(judged.held()).isFalse();
        assertThat(judged.problem()).isNotNull();
    }

    private Scenario given(String given, String that) {
        return fixture.read(Fixture.script("s: {" + CONSTANT + "}", that)
                .replace(", proves:", ", given: '" + given + "', proves:"));
    }

    @Test
    void failingTasksAreEvidence() {
        var judged = judged(fixture.scenario(
                "s: {run: {workload: faulty, parameters: {tasks: 2, calls: 1}, lane: virtual}}",
                "failures.s.virtual.size() == 2 && failures.s.virtual.all(f, f.message.contains(\"on purpose\"))"
                        + " && status.s.virtual == \"failed\""));

        assertThat(judged.problem()).isNull();
        assertThat(judged.held()).isTrue();
    }

    @Test
    void lanesThatDisagreeBreakTheirStepAndNotTheOthers() {
        var events = run(fixture.scenario("""
                        bad: {compare: {workload: kind, parameters: {tasks: 1, calls: 1}, lanes: [immediate, virtual], rounds: 1}}
                        good: {run: {workload: constant, parameters: {tasks: 1, calls: 1}, lane: virtual}}
                        """, "ratio.bad.virtual < 9", "count.good.virtual == 1"));

        assertThat(events).filteredOn(StepBroken.class::isInstance).hasSize(1);
        assertThat(events)
                .filteredOn(Judged.class::isInstance)
                .extracting(event -> ((Judged) event).held())
                .containsExactly(false, true);
        assertThat(((Judged) events.get(events.size() - 3)).problem()).startsWith("step bad broke: ");
    }

    @Test
    void stepThatDoesNotEndIsEndedAtItsLimit() {
        var events = run(fixture.scenario(
                "s: {run: {workload: never, parameters: {tasks: 1, calls: 1}, lane: virtual}, limitMillis: 200}",
                "wall.s.virtual > 0"));

        assertThat(events)
                .filteredOn(StepBroken.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((StepBroken) event).error().message())
                        .isEqualTo("step s did not end within 200 ms, its limit"));
        await().until(() -> fixture.waiting.get() == 0);
    }

    @Test
    void cancelEndsTheStepThatGoesOn() {
        var scenario = fixture.scenario(
                "s: {run: {workload: never, parameters: {tasks: 1, calls: 1}, lane: virtual}}", "wall.s.virtual > 0");

        StepVerifier.create(runner.run(scenario, Form.FULL, Detail.EXPECTED)
                        .filter(event -> event instanceof OfRun of && of.event() instanceof RunEvent.TaskStarted))
                .expectNextCount(1)
                .thenCancel()
                .verify();

        await().until(() -> fixture.waiting.get() == 0);
    }

    @Test
    void moreItemsThanCanBeKeptBreakTheStepOnlyWhereTheyAreAskedFor() {
        var many = "s: {run: {workload: many, parameters: {tasks: 1, calls: 1}, lane: virtual}}";

        assertThat(judged(fixture.scenario(many, "count.s.virtual == 300000")).held())
                .isTrue();
        assertThat(judged(fixture.scenario(many, "results.s.virtual.size() > 0"))
                        .problem())
                .contains("items on virtual are more than 200,000");
    }

    @Test
    void requestThatTheLabRefusesIsToldWithTheStepsPlace() {
        var scenario = ScriptReader.ofTextsAlone()
                .read(
                        "fixture.yaml",
                        Fixture.script(
                                "s: {run: {workload: sleep, parameters: {minMillis: 9, maxMillis: 1}, lane: virtual}}",
                                "true"));

        StepVerifier.create(runner.run(scenario, Form.FULL, Detail.EXPECTED))
                .expectNextCount(2)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageStartingWith("fixture.yaml:5:3: step \"s\": minMillis must be at most maxMillis"));
    }

    @Test
    void everySubscriptionIsAPerformanceOfItsOwn() {
        var performance = runner.run(
                fixture.scenario("s: {" + CONSTANT + "}", "count.s.virtual == 6"), Form.FULL, Detail.EXPECTED);

        for (int i = 0; i < 2; i++) {
            assertThat(performance.ofType(ScenarioFinished.class).blockLast().passed())
                    .isTrue();
        }
    }

    @Test
    void watchedComparisonHasItsRunsEvents() {
        var scenario = fixture.scenario(
                "s: {compare: {workload: constant, parameters: {tasks: 1, calls: 1}, lanes: [immediate], rounds: 1,"
                        + " warmup: 0}}",
                "wall.s.immediate > 0");

        assertThat(runEvents(scenario, Detail.EXPECTED)).isZero();
        assertThat(runEvents(scenario, Detail.EVENTS)).isPositive();
    }

    @Test
    void stepFinishesWithItsPlainFigures() {
        var finished = run(fixture.scenario("s: {" + CONSTANT + "}", "true")).stream()
                .filter(StepFinished.class::isInstance)
                .map(StepFinished.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(finished.figures()).containsOnlyKeys("s".equals(finished.step()) ? "virtual" : "");
        assertThat(finished.figures().get("virtual")).containsEntry("count", 6L);
    }

    private long runEvents(Scenario scenario, Detail detail) {
        return runner.run(scenario, Form.FULL, detail)
                .ofType(OfComparison.class)
                .filter(of -> of.event() instanceof io.fluxlab.comparison.ComparisonEvent.OfRun)
                .count()
                .block();
    }

    private Judged judged(Scenario scenario) {
        return run(scenario).stream()
                .filter(Judged.class::isInstance)
                .map(Judged.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<ScenarioEvent> run(Scenario scenario) {
        return runner.run(scenario, Form.FULL, Detail.EXPECTED).collectList().block();
    }

    @Test
    void itemsAreTheSameValuesWhereverTheLabIs() {
        assertThat(Values.of(7)).isEqualTo(7L);
        assertThat(Values.of(new Item(1, null, List.of(2.5), new java.math.BigInteger("123456789012345678901"))))
                .isEqualTo(Map.of("number", 1L, "list", List.of(2.5), "large", "123456789012345678901"));
    }

    record Item(int number, String nothing, List<Double> list, java.math.BigInteger large) {}
}
