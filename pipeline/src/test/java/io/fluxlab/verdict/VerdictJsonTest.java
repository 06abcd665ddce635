package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9})
    void jsonAndCborGiveTheSameVerdictBack(int rounds) throws Exception {
        Verdict verdict = Lanes.rounds(rounds)
                .lane("immediate", 1000, 812, 2)
                .lane("parallel", 980, 0.4, 4)
                .verdict();
        ObjectMapper cbor = new ObjectMapper(new CBORFactory());

        assertThat(JSON.readValue(JSON.writeValueAsBytes(verdict), Verdict.class))
                .isEqualTo(verdict);
        assertThat(cbor.readValue(cbor.writeValueAsBytes(verdict), Verdict.class))
                .isEqualTo(verdict);
    }

    @Test
    void aLaneIsFlatAndLeavesOutWhatItHasNot() {
        JsonNode verdict = JSON.valueToTree(Lanes.rounds(1)
                .lane("immediate", 1000, 812, 2)
                .lane("parallel", 500, 0.4, 4)
                .verdict());

        assertThat(names(verdict))
                .containsExactly("lanes", "recommended", "abstained", "ground", "reason", "warnings", "samples");
        assertThat(names(verdict.get("lanes").get(1)))
                .containsExactlyInAnyOrder(
                        "lane",
                        "rounds",
                        "medianNanos",
                        "ratio",
                        "outcome",
                        "bystander",
                        "cpuNanos",
                        "cpu",
                        "allocatedBytes",
                        "peakThreads",
                        "conflated");
        assertThat(names(verdict.get("samples").get(0)))
                .containsExactlyInAnyOrder(
                        "lane",
                        "round",
                        "wallNanos",
                        "cpuNanos",
                        "cpu",
                        "allocatedBytes",
                        "peakThreads",
                        "conflated",
                        "bystander");
        assertThat(verdict.get("lanes").get(1).get("outcome").asText()).isEqualTo("cant-tell");
        assertThat(names(verdict.get("warnings").get(0))).containsExactly("code", "message");
    }

    @Test
    void anIntervalAndTheRoundsStillNeededStandBesideTheRatio() {
        JsonNode lane = JSON.valueToTree(new LaneVerdict(
                new Standing("virtual", 6, 100, 1.02, 0.95, 1.1),
                Outcome.CANT_TELL,
                40,
                null,
                new RunCost(1, 1, 1, 1, 12L, 0)));

        assertThat(lane.get("low").asDouble()).isEqualTo(0.95);
        assertThat(lane.get("high").asDouble()).isEqualTo(1.1);
        assertThat(lane.get("roundsNeeded").asInt()).isEqualTo(40);
        assertThat(lane.get("contextSwitches").asLong()).isEqualTo(12);
        assertThat(lane.has("bystander")).isFalse();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
