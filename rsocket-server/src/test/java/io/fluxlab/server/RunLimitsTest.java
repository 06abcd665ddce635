package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.wire.ErrorBody;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** How much may go on at once, and for how long. */
class RunLimitsTest extends ServerFixture {

    private static final Map<String, Object> ENDLESS = Client.sleeps(1, 3_600_000, "virtual");
    private static final Map<String, Object> SHORT = Client.sleeps(1, 1, "virtual");

    private final ServerLimits limits = ServerLimits.defaults();

    private static Disposable start(LabServer server, Client client) {
        int before = server.runs();
        Disposable run = client.stream("lab.run", ENDLESS).subscribe(event -> {}, error -> {});
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(before + 1));
        return run;
    }

    private static void assertRejected(Client client, String limit) {
        JsonNode error = errorOf(client.stream("lab.run", SHORT), ErrorBody.REJECTED);
        assertThat(error.get("code").asText()).isEqualTo("limit-exceeded");
        assertThat(error.get("message").asText()).startsWith(limit);
    }

    private static void assertRuns(Client client) {
        assertThat(last(client.stream("lab.run", SHORT)).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void runsOfOneConnectionAreLimited() {
        LabServer server = serve(limits.withRuns(1, 10));
        Client greedy = client(server);
        Disposable run = start(server, greedy);
        assertRejected(greedy, "runsPerConnection must be at most 1, was 2");
        assertRuns(client(server));
        run.dispose();
        await().ignoreExceptions().untilAsserted(() -> assertRuns(greedy));
    }

    @Test
    void runsOfAllConnectionsAreLimited() {
        LabServer server = serve(limits.withRuns(1, 2));
        Client first = client(server);
        start(server, first);
        start(server, client(server));
        Client third = client(server);
        assertRejected(third, "runsAtOnce must be at most 2, was 3");
        assertServed(third);
        first.close();
        await().ignoreExceptions().untilAsserted(() -> assertRuns(third));
    }

    @Test
    void aRunThatHasEndedMakesRoomForTheNextAtOnce() {
        Client client = client(serve(limits.withRuns(1, 1)));
        for (int i = 0; i < 20; i++) {
            assertRuns(client);
        }
    }

    @Test
    void aRunIsCancelledWhenItsTimeIsUp() {
        LabServer server = serve(limits.withPerRun(RunLimits.NONE.withRunTime(Duration.ofMillis(200))));
        JsonNode finished = last(client(server).stream("lab.run", ENDLESS));
        assertThat(finished.get("status").asText()).isEqualTo("cancelled");
        assertThat(finished.get("error").get("code").asText()).isEqualTo("limit-exceeded");
        assertThat(finished.get("error").get("message").asText()).contains("runTime must be at most 200 ms");
    }

    @Test
    void aConnectionThatIsLostEndsItsRuns() {
        LabServer server = serve(limits);
        Client lost = client(server);
        start(server, lost);
        start(server, lost);
        lost.close();
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
    }

    @Test
    void limitsThatMakeNoSenseAreNotTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withRuns(0, 1))
                .withMessage("runsPerConnection must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().withPorts(70_000, 0))
                .withMessage("port must be between 0 and 65535, was 70000");
    }
}
