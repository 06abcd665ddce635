package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.server.identity.Role;
import io.fluxlab.wire.ErrorBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.util.DefaultPayload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** Who gets in, and who tries to. */
class AuthenticationTest extends CredentialsFixture {

    private static final String WRONG_SECRET = "x".repeat(43);

    @Test
    void aBearersTokenGetsIn() {
        assertServed(client(serve(), Shown.bearer(runner)));
        assertThat(refused()).isEmpty();
    }

    @Test
    void aNameWithItsTokenAsPasswordGetsIn() {
        assertServed(client(serve(), Shown.simple("rita", runner)));
    }

    @Test
    void whoShowsNothingIsRefusedAndTold() {
        JsonNode error = refusalOf(Shown.nothing());
        assertThat(error.get("code").asText()).isEqualTo("unauthenticated");
        assertThat(error.get("message").asText()).contains("show a token");
        assertThat(refused()).containsExactly("unauthenticated tcp 127.0.0.1");
    }

    static List<Shown> wrong() {
        return List.of(
                Shown.bearer("rita." + WRONG_SECRET),
                Shown.bearer("nobody." + WRONG_SECRET),
                Shown.bearer(""),
                Shown.bearer("rita"),
                Shown.bearer("rita." + "x".repeat(5_000)),
                Shown.simple("rita", WRONG_SECRET),
                Shown.simple("", ""),
                Shown.raw(),
                Shown.raw(0x80),
                Shown.raw(0x80, 0xFF, 0xFF, 'r'),
                Shown.raw(0xFF, 1, 2),
                Shown.raw(3, 'j', 'w'));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whateverIsWrongIsRefusedInTheSameWords(Shown shown) {
        assertThat(refusalOf(shown).toString())
                .isEqualTo("{\"code\":\"unauthenticated\","
                        + "\"message\":\"the name, token or certificate is not one that this lab knows\"}");
    }

    @Test
    void anothersTokenUnderOnesOwnNameIsRefused() {
        assertThat(refusalOf(Shown.simple("rita", viewer)).get("code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void metadataThatIsNotCompositeNamesNobody() {
        LabServer server = serve();
        Client client = opened(Client.connect(tcp(server.address()), "application/json", "text/plain"));
        errorOf(client.stream("lab.lanes", null), ErrorFrameCodec.REJECTED_SETUP);
    }

    @Test
    void aViewerListsAndMayNotRun() {
        Client client = client(serve(), Shown.bearer(viewer));
        assertServed(client);
        for (Flux<JsonNode> asked : List.of(
                client.stream("lab.run", Client.sleeps(1, 1, "virtual")),
                client.stream("lab.compare", "nonsense: rights come first"),
                client.channel("lab.steer", Flux.just(Client.sleeps(1, 1, "virtual"))))) {
            JsonNode error = errorOf(asked, ErrorBody.REJECTED);
            assertThat(error.get("code").asText()).isEqualTo("forbidden");
            assertThat(error.get("message").asText()).contains("runner").contains("victor is viewer");
        }
        assertThat(refused()).containsExactly("forbidden victor", "forbidden victor", "forbidden victor");
    }

    @Test
    void aRunnerRuns() {
        Client client = client(serve(), Shown.bearer(runner));
        assertThat(types(all(client.stream("lab.run", Client.sleeps(1, 1, "virtual")))))
                .endsWith("run-finished");
        assertThat(types(all(client.channel("lab.steer", Flux.just(Client.sleeps(1, 1, "virtual"))))))
                .endsWith("run-finished");
    }

    @Test
    void aRequestMayShowATokenOfItsOwn() {
        Client client = client(serve(), Shown.bearer(viewer));
        Flux<JsonNode> run = client.stream("lab.run", Client.sleeps(1, 1, "virtual"), Shown.bearer(runner));
        assertThat(types(all(run))).endsWith("run-finished");
        errorOf(client.stream("lab.run", Client.sleeps(1, 1, "virtual")), ErrorBody.REJECTED);
    }

    @Test
    void aRequestWithAWrongTokenIsRefusedWhateverTheSetUpShowed() {
        Client client = client(serve(), Shown.bearer(runner));
        JsonNode error =
                errorOf(client.stream("lab.lanes", null, Shown.bearer("rita." + WRONG_SECRET)), ErrorBody.REJECTED);
        assertThat(error.get("code").asText()).isEqualTo("unauthenticated");
        assertThat(refused()).containsExactly("unauthenticated rita");
        assertServed(client);
    }

    @Test
    void aRequestsLesserTokenCounts() {
        Client client = client(serve(), Shown.bearer(runner));
        Flux<JsonNode> run = client.stream("lab.run", Client.sleeps(1, 1, "virtual"), Shown.bearer(viewer));
        assertThat(errorOf(run, ErrorBody.REJECTED).get("code").asText()).isEqualTo("forbidden");
    }

    private static Payload asking(Client client, int otherEntries, Shown shown) {
        ByteBuf metadata =
                Unpooled.buffer().writeBytes(client.payload("lab.run", null).sliceMetadata());
        for (int i = 0; i < otherEntries; i++) {
            metadata.writeBytes(Shown.entry("text/plain", Unpooled.EMPTY_BUFFER));
        }
        metadata.writeBytes(shown.metadata());
        return DefaultPayload.create(
                client.payload("lab.run", Client.sleeps(1, 1, "virtual")).sliceData(), metadata);
    }

    @Test
    void aRequestWhoseOwnTokenIsNotLookedForDoesNotRunWithTheConnectionsRights() {
        Client client = client(serve(), Shown.bearer(runner));
        JsonNode last =
                errorOf(client.rsocket().requestStream(asking(client, 62, Shown.bearer(viewer))), ErrorBody.REJECTED);
        assertThat(last.get("code").asText()).isEqualTo("forbidden");
        JsonNode beyond =
                errorOf(client.rsocket().requestStream(asking(client, 63, Shown.bearer(viewer))), ErrorBody.INVALID);
        assertThat(beyond.get("message").asText())
                .isEqualTo("metadata must have at most 64 entries, "
                        + "or message/x.rsocket.authentication.v0 among the first 64 entries: it has more");
        assertServed(client);
    }

    @Test
    void wrongTokensAreNotEvenLookedAtAfterAWhile() {
        LabServer server = serve();
        Set<String> codes = new HashSet<>();
        for (int attempt = 0; attempt < 12; attempt++) {
            codes.add(refusalOf(server, Shown.bearer("rita." + WRONG_SECRET))
                    .get("code")
                    .asText());
        }
        assertThat(codes).containsExactlyInAnyOrder("unauthenticated", "too-many-attempts");
    }

    @Test
    void whoWasLetInBeforeIsLetInWhileSomebodyGuesses() {
        LabServer server = serve();
        assertServed(client(server, Shown.bearer(runner)));
        for (int attempt = 0; attempt < 12; attempt++) {
            refusalOf(server, Shown.bearer("rita." + WRONG_SECRET));
        }
        assertServed(client(server, Shown.bearer(runner)));
    }

    @Test
    void manyWhoComeAtOnceWithOneTokenAllGetIn() {
        LabServer server = serve();
        List<Client> clients = IntStream.range(0, 40)
                .mapToObj(number -> client(server, Shown.bearer(runner)))
                .toList();
        clients.forEach(ServerFixture::assertServed);
    }

    @Test
    void aTokenThatIsRemovedLosesItsConnections() {
        LabServer server = serve();
        Client client = client(server, Shown.bearer(runner));
        Flux<JsonNode> run =
                client.stream("lab.run", Client.sleeps(1, 3_600_000, "virtual")).doOnNext(this::removeRitaWhenItStarts);
        JsonNode error = errorOf(run, ErrorFrameCodec.CONNECTION_ERROR);
        assertThat(error.get("code").asText()).isEqualTo("unauthenticated");
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
        refusalOf(server, Shown.bearer(runner));
    }

    @Test
    void aRoleThatIsTakenAwayEndsWhatARequestWithThatTokenStarted() {
        LabServer server = serve();
        Client client = client(server, Shown.bearer(viewer));
        Flux<JsonNode> run = client.stream("lab.run", Client.sleeps(1, 3_600_000, "virtual"), Shown.bearer(runner))
                .doOnNext(this::removeRitaWhenItStarts);
        assertThat(errorOf(run, ErrorBody.REJECTED).get("code").asText()).isEqualTo("unauthenticated");
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
        assertServed(client);
    }

    @Test
    void aTokenThatIsAddedGetsInWithoutARestart() {
        LabServer server = serve();
        String late = file.add("late", Role.VIEWER);
        await().ignoreExceptions().untilAsserted(() -> assertServed(client(server, Shown.bearer(late))));
    }

    private void removeRitaWhenItStarts(JsonNode event) {
        if (event.get("type").asText().equals("run-started")) {
            file.remove("rita");
        }
    }

    private JsonNode refusalOf(Shown shown) {
        return refusalOf(serve(), shown);
    }

    private JsonNode refusalOf(LabServer server, Shown shown) {
        return errorOf(client(server, shown).stream("lab.lanes", null), ErrorFrameCodec.REJECTED_SETUP);
    }
}
