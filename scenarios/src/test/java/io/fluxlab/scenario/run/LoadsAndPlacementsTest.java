package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What conditions know of loads and of placements. */
@Timeout(60)
class LoadsAndPlacementsTest {
    private final Fixture fixture = new Fixture();
    private final Scheduler timer = Schedulers.newSingle("timer");

    @AfterEach
    void stopTimer() {
        timer.dispose();
    }

    @Test
    void figuresOfALoadAreThere() {
        holds(
                "s: {run: {workload: sleeping, lanes: [immediate, virtual],"
                        + " load: {rate: 200/s, duration: 400ms, deadline: 1h, backlog: 1000}}}",
                "!load.s.immediate.keepsUp && !has(load.s.immediate.p99Millis)",
                "load.s.immediate.offered == 200.0 && load.s.immediate.throughput <= 110.0",
                "load.s.immediate.growth > 0.0 && load.s.immediate.waiting > 0 && load.s.immediate.unserved > 0",
                "load.s.virtual.missed == 0 && load.s.virtual.overflowed == 0",
                "!load.s.virtual.keepsUp || (load.s.virtual.p50Millis >= 10.0"
                        + " && load.s.virtual.p50Millis <= load.s.virtual.p90Millis"
                        + " && load.s.virtual.p99Millis <= load.s.virtual.p999Millis"
                        + " && load.s.virtual.meanMillis <= load.s.virtual.maxMillis)");
    }

    @Test
    void figuresOfAComparisonUnderLoadAreThereAlsoOfALaneThatFallsBehind() {
        holds(
                "s: {compare: {workload: sleeping, lanes: [immediate, virtual], rounds: 1, warmup: 0,"
                        + " load: {rate: 200/s, duration: 400ms}}}",
                "!load.s.immediate.keepsUp && load.s.immediate.throughput <= 110.0 && status.s.immediate == \"completed\"",
                "load.s.immediate.waiting > 0 && bystander.s.immediate.maxMillis > 0.0",
                "!load.s.virtual.keepsUp || (load.s.virtual.p50Millis >= 10.0 && wall.s.virtual >= 300.0)");
    }

    @Test
    void figuresOfPlacementsAreThere() {
        holds(
                "s: {compare: {workload: orders, parameters: {tasks: 4, stages: \"a:sleep=1ms,b:block=100ms\"},"
                        + " placements: [event-loop, \"a@event-loop,b@bounded-elastic\"], rounds: 1, warmup: 0}}",
                "decides.s[\"event-loop\"] == \"b\" && stages.s[\"event-loop\"].b.hops == 0.0",
                "stages.s[\"a@event-loop,b@bounded-elastic\"].b.hops == 1.0",
                "stages.s[\"a@event-loop,b@bounded-elastic\"].b.lane == \"bounded-elastic\"",
                "stages.s[\"event-loop\"].b.workMillis >= 100.0 && stages.s[\"event-loop\"].b.busy > 0.0");
    }

    @Test
    void bestPlacementIsLookedForAmongThoseThatNoScriptNames() {
        holds(
                "s: {compare: {workload: orders, parameters: {tasks: 4, stages: \"a:burn=1us,b:burn=1us\"},"
                        + " placements: best, lanes: [event-loop, virtual], rounds: 1, warmup: 0, maxTimeMillis: 20000}}",
                "outcome.s[\"a@event-loop,b@event-loop\"] == \"baseline\"",
                "stages.s[\"a@virtual,b@event-loop\"].b.lane == \"event-loop\"",
                "count.s[\"a@event-loop,b@virtual\"] == 4");
    }

    private void holds(String step, String... conditions) {
        var judged = ScenarioRunner.on(fixture.lab, timer)
                .run(fixture.scenario(step, conditions), Form.FULL, Detail.EXPECTED)
                .ofType(Judged.class)
                .collectList()
                .block();

        assertThat(judged)
                .hasSameSizeAs(conditions)
                .allSatisfy(each -> assertThat(each.held()).as(each.toString()).isTrue());
    }
}
