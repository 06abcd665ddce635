package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.client.LabClient;
import io.fluxlab.client.UnreachableLabException;
import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.WrongScriptException;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Scenarios of a lab that is elsewhere. */
@Timeout(60)
class RemoteScenarioIT {
    private static final String SCRIPT = Fixture.script(
            """
            runs: {run: {workload: constant, parameters: {tasks: 3, calls: 2}, lanes: [immediate, virtual]}}
            compared:
              compare: {workload: sleep, parameters: {tasks: 3, minMillis: 30, maxMillis: 60}, lanes: [immediate, virtual], rounds: 2}
            """,
            "results.runs.virtual == results.runs.immediate && results.runs.virtual.all(item, item.value == 42)",
            "sum(results.compared.virtual) > max(results.compared.virtual)",
            "ratio.compared.virtual < 1",
            "order.runs.immediate.finished == [0, 1, 2]",
            "failures.runs.virtual == []");

    private final Scheduler timer = Schedulers.newSingle("timer");
    private LabServer server;
    private LabClient client;

    @BeforeEach
    void start() {
        server = LabServer.start(new Fixture().lab, ServerSettings.defaults().withPorts(0, 0))
                .block();
        client = LabClient.connect("tcp://127.0.0.1:" + server.address().getPort());
    }

    @AfterEach
    void stop() {
        client.disposeLater().block();
        server.stop(Duration.ZERO).block();
        timer.dispose();
    }

    @Test
    void scenarioRunsOverASocketAsItDoesHere() {
        var scenario = ScriptReader.on(LabListing.of(client).block()).read("remote.yaml", SCRIPT);

        var judged = ScenarioRunner.on(client, timer)
                .run(scenario, Form.FULL, Detail.EXPECTED)
                .ofType(Judged.class)
                .collectList()
                .block();

        assertThat(judged)
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.held()).as(each.toString()).isTrue());
    }

    @Test
    void settingsOfALaneAreHeldAgainstTheLabThatIsElsewhere() {
        var reader = ScriptReader.on(LabListing.of(client).block());
        var script = Fixture.script("s: {run: {workload: constant, lane: 'gil:switchMillis=abc'}}", "true");

        assertThatThrownBy(() -> reader.read("remote.yaml", script))
                .isInstanceOf(WrongScriptException.class)
                .hasMessage("remote.yaml:5:57: must be a number, was \"abc\"");
    }

    @Test
    void labThatCannotBeReachedIsNoBrokenStep() {
        var scenario = ScriptReader.on(LabListing.of(client).block()).read("remote.yaml", SCRIPT);
        var stranger = LabClient.connect("tcp://127.0.0.1:1");

        StepVerifier.create(ScenarioRunner.on(stranger, timer).run(scenario, Form.FULL, Detail.EXPECTED))
                .expectNextCount(2)
                .verifyError(UnreachableLabException.class);
        stranger.disposeLater().block();
    }
}
