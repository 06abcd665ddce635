package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.server.log.AuditLog;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.frame.ErrorFrameCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of every request. */
class AuditLogTest extends CredentialsFixture {

    private static final String WRONG = "rita." + "y".repeat(43);

    private Path path;
    private AuditLog audit;

    @BeforeEach
    void open() throws IOException {
        path = folder.resolve("audit.jsonl");
        audit = AuditLog.open(path);
    }

    private LabServer audited() {
        return serve(settings().withSecurity(security()), audit);
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(path).stream().map(AuditLogTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private JsonNode only() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines()).hasSize(1));
        try {
            return lines().get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunIsOneLineThatSaysWhoFromWhereWhatClaimsAndHowItEnded() {
        last(client(audited(), Shown.bearer(runner)).stream("lab.run", Client.sleeps(3, 1, "virtual")));
        JsonNode line = only();
        assertThat(line.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        assertThat(line.get("who").toString()).isEqualTo("{\"name\":\"rita\",\"role\":\"runner\"}");
        assertThat(line.at("/from/address").asText()).isEqualTo("127.0.0.1");
        assertThat(line.at("/from/port").asInt()).isPositive();
        assertThat(line.at("/from/door").asText()).isEqualTo("tcp");
        assertThat(line.get("what").toString())
                .isEqualTo("{\"route\":\"lab.run\",\"workload\":\"sleep\",\"lanes\":[\"virtual\"]}");
        assertThat(line.at("/claims/threads").asLong()).isPositive();
        assertThat(line.at("/claims/heapBytes").asLong()).isPositive();
        assertThat(line.get("outcome").asText()).isEqualTo("completed");
        assertThat(line.has("code")).isFalse();
        assertThat(line.at("/took/runNanos").asLong()).isPositive();
        assertThat(line.at("/took/totalNanos").asLong())
                .isGreaterThanOrEqualTo(line.at("/took/runNanos").asLong());
    }

    @Test
    void aRefusalIsOneLineWithItsCode() {
        Client client = client(audited(), Shown.bearer(viewer));
        errorOf(client.stream("lab.run", Client.sleeps(1, 1, "virtual")), ErrorBody.REJECTED);
        JsonNode line = only();
        assertThat(line.at("/who/name").asText()).isEqualTo("victor");
        assertThat(line.get("outcome").asText()).isEqualTo("refused");
        assertThat(line.get("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void aCancelledRunIsOneLine() {
        Client client = client(audited(), Shown.bearer(runner));
        client.stream("lab.run", Client.sleeps(1, 3_600_000, "virtual")).blockFirst(PATIENCE);
        assertThat(only().get("outcome").asText()).isEqualTo("cancelled");
    }

    @Test
    void aComparisonNamesAllItsLanes() {
        Map<String, Object> comparison = Map.of("workload", "sleep", "lanes", List.of("virtual", "virtua"));
        errorOf(client(audited(), Shown.bearer(runner)).stream("lab.compare", comparison), ErrorBody.INVALID);
        assertThat(only().at("/what/lanes").toString()).isEqualTo("[\"virtual\",\"virtua\"]");
    }

    @Test
    void aComparisonOfVariantsNamesTheirWorkloads() {
        List<Map<String, Object>> variants =
                List.of(Map.of("name", "a", "workload", "sleep"), Map.of("name", "b", "workload", "nothing-known"));
        Map<String, Object> comparison = Map.of("workload", "count", "lanes", List.of("virtual"), "variants", variants);
        errorOf(client(audited(), Shown.bearer(runner)).stream("lab.compare", comparison), ErrorBody.INVALID);
        assertThat(only().get("what").toString())
                .isEqualTo("{\"route\":\"lab.compare\",\"workload\":\"count\",\"lanes\":[\"virtual\"],"
                        + "\"variants\":[\"sleep\",\"nothing-known\"]}");
    }

    @Test
    void aSearchForTheBestPlacementNamesTheLanesThatItPlacesStagesOn() {
        Map<String, Object> comparison = Map.of("workload", "nothing-known", "placements", List.of("best"));
        errorOf(client(audited(), Shown.bearer(runner)).stream("lab.compare", comparison), ErrorBody.INVALID);
        assertThat(only().at("/what/lanes").toString()).isEqualTo("[\"event-loop\",\"parallel\",\"bounded-elastic\"]");
    }

    @Test
    void noTokenGetsIntoIt() throws IOException {
        LabServer server = audited();
        errorOf(client(server, Shown.bearer(WRONG)).stream("lab.lanes", null), ErrorFrameCodec.REJECTED_SETUP);
        errorOf(client(server, Shown.simple("rita", WRONG)).stream("lab.lanes", null), ErrorFrameCodec.REJECTED_SETUP);
        assertServed(client(server, Shown.bearer(runner)));
        Client client = client(server, Shown.bearer(runner));
        errorOf(client.stream("lab.lanes", null, Shown.bearer(WRONG)), ErrorBody.REJECTED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines()).hasSize(4));
        assertThat(Files.readString(path))
                .contains("unauthenticated")
                .doesNotContain(runner.substring(runner.lastIndexOf('.') + 1), "yyyy");
    }

    @Test
    void nothingThatIsSentLooksLikeALineOfItsOwn() throws IOException {
        Client client = client(audited(), Shown.bearer(runner));
        String forged = "x\"}\n{\"who\":\"rita\"}\u2028\u202e";
        errorOf(client.stream("lab.run", Map.of("workload", forged, "lane", forged.repeat(300))), ErrorBody.INVALID);
        assertThat(only().at("/what/workload").asText()).isEqualTo(forged);
        assertThat(Files.readString(path)).hasSizeLessThan(5_000).matches("\\p{ASCII}+\n");
    }

    @Test
    void everyRequestOfAFloodIsWrittenBeforeItIsClosed() throws IOException {
        Client client = client(audited(), Shown.bearer(runner));
        for (int i = 0; i < 500; i++) {
            errorOf(client.stream("nowhere", null), ErrorBody.INVALID);
        }
        audit.close().block(PATIENCE);
        assertThat(lines()).hasSize(500);
        assertThat(audit.dropped()).isZero();
    }

    @Test
    void whoRotatesItGetsANewFile() throws IOException {
        Client client = client(audited(), Shown.bearer(runner));
        assertServed(client);
        only();
        Files.move(path, folder.resolve("audit.1"));
        assertServed(client);
        await().atMost(PATIENCE).until(() -> Files.exists(path) && Files.size(path) > 0);
        assertThat(only().at("/what/route").asText()).isEqualTo("lab.lanes");
        assertThat(Files.readAllLines(folder.resolve("audit.1"))).hasSize(1);
    }

    @Test
    void itIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }
}
