package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

/** What the request that becomes a WebSocket shows. */
class UpgradeAuthorizationTest extends CredentialsFixture {

    private static final String WRONG = "rita." + "x".repeat(43);

    private static ClientTransport webSocket(LabServer server, String... authorization) {
        HttpClient client = HttpClient.newConnection()
                .remoteAddress(server::httpAddress)
                .headers(headers -> List.of(authorization).forEach(each -> headers.add("Authorization", each)));
        return WebsocketClientTransport.create(client, "/rsocket");
    }

    private Client client(LabServer server, Shown shown, String... authorization) {
        return opened(Client.connect(webSocket(server, authorization), shown));
    }

    private void assertRefused(Client client) {
        JsonNode error = errorOf(client.stream("lab.lanes", null), ErrorFrameCodec.REJECTED_SETUP);
        assertThat(error.get("code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void theUpgradesHeaderNamesWhoComes() {
        Client client = client(serve(), Shown.nothing(), "Bearer " + runner);
        assertThat(types(all(client.stream("lab.run", Client.sleeps(1, 1, "virtual")))))
                .endsWith("run-finished");
    }

    @Test
    void aWrongHeaderIsRefused() {
        LabServer server = serve();
        assertRefused(client(server, Shown.nothing(), "Bearer " + WRONG));
        assertRefused(client(server, Shown.nothing(), "Bearer " + runner, "Bearer " + runner));
        assertRefused(client(server, Shown.nothing()));
    }

    @Test
    void whatTheSetUpShowsGoesFirst() {
        LabServer server = serve();
        assertServed(client(server, Shown.bearer(runner), "Bearer " + WRONG));
        assertRefused(client(server, Shown.bearer(WRONG), "Bearer " + runner));
    }

    @Test
    void theHeaderCountsForItsConnectionAlone() {
        LabServer server = serve();
        assertServed(client(server, Shown.nothing(), "Bearer " + runner));
        assertRefused(client(server, Shown.nothing()));
    }
}
