package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.offer.NamePatterns;
import io.fluxlab.server.offer.Offer;
import io.fluxlab.wire.ErrorBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What is offered of a lab, and who asks for the rest. */
class OfferTest extends ServerFixture {

    private static NamePatterns allow(String... patterns) {
        return new NamePatterns(List.of(patterns), List.of());
    }

    private static NamePatterns deny(String... patterns) {
        return new NamePatterns(List.of(), List.of(patterns));
    }

    private Client offered(NamePatterns workloads, NamePatterns lanes) {
        Lab lab = new Offer(workloads, lanes).of(LocalLab.create()).block(PATIENCE);
        return client(serve(Objects.requireNonNull(lab), ServerLimits.defaults()));
    }

    private static List<String> names(Client client, String route) {
        return all(client.stream(route, null)).stream()
                .map(each -> each.get("name").asText())
                .toList();
    }

    @Test
    void whatIsDeniedIsNotListed() {
        Client client = offered(deny("f*", "digest"), deny("gil"));
        assertThat(names(client, "lab.workloads"))
                .contains("sleep", "primes")
                .doesNotContain("digest")
                .noneMatch(name -> name.startsWith("f"));
        assertThat(names(client, "lab.lanes")).contains("virtual").doesNotContain("gil");
    }

    @Test
    void whatIsAllowedIsAllThereIsAndDenialsGoFirst() {
        Client client =
                offered(new NamePatterns(List.of("s*", "count"), List.of("sl??p")), allow("virtual", "parallel"));
        assertThat(names(client, "lab.workloads")).contains("count").doesNotContain("sleep", "primes");
        assertThat(names(client, "lab.lanes")).containsExactlyInAnyOrder("virtual", "parallel");
    }

    @Test
    void aRequestForWhatIsDeniedIsToldTheFieldTheValueAndWhy() {
        Client client = offered(deny("sleep"), allow("virtual"));
        JsonNode error = errorOf(client.stream("lab.run", Client.sleeps(1, 1, "parallel")), ErrorBody.REJECTED);
        assertThat(error.get("code").asText()).isEqualTo("not-offered");
        assertThat(error.get("message").asText())
                .isEqualTo("the workload sleep is not offered here: it is denied; "
                        + "the lane parallel is not offered here: it is not among those that are allowed");
        assertThat(error.get("fields").findValuesAsText("field")).containsExactly("workload", "lane");
        assertThat(error.get("fields").findValuesAsText("value")).containsExactly("sleep", "parallel");
    }

    @Test
    void everyRouteThatRunsRefusesWhatIsDenied() {
        Client client = offered(deny("sleep"), NamePatterns.ALL);
        Map<String, Object> comparison = Map.of("workload", "sleep", "lanes", List.of("virtual", "parallel"));
        errorOf(client.stream("lab.compare", comparison), ErrorBody.REJECTED);
        Map<String, Object> capacity =
                Map.of("workload", "sleep", "lanes", List.of("virtual"), "slo", List.of("p99 < 1s"));
        errorOf(client.stream("lab.capacity", capacity), ErrorBody.REJECTED);
        errorOf(client.channel("lab.steer", Flux.just(Client.sleeps(1, 1, "virtual"))), ErrorBody.REJECTED);
        assertServed(client);
    }

    private static Map<String, Object> and(Map<String, Object> request, String field, Object value) {
        Map<String, Object> all = new HashMap<>(request);
        all.put(field, value);
        return all;
    }

    private static void assertNotOffered(Client client, String route, Map<String, Object> request, String... fields) {
        JsonNode error = errorOf(client.stream(route, request), ErrorBody.REJECTED);
        assertThat(error.get("code").asText()).as("%s %s", route, request).isEqualTo("not-offered");
        assertThat(error.get("fields").findValuesAsText("field")).containsExactly(fields);
    }

    @Test
    void noVariantIsOfAWorkloadThatIsDenied() {
        Client client = offered(deny("sleep"), NamePatterns.ALL);
        List<Map<String, Object>> variants = List.of(
                Map.of("name", "a"),
                Map.of("name", "b", "workload", "sleep"),
                Map.of("name", "c", "workload", "primes"));
        Map<String, Object> comparison = Map.of("workload", "count", "lanes", List.of("virtual"), "variants", variants);
        assertNotOffered(client, "lab.compare", comparison, "variants[1].workload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch@parallel",
                "fetch@virtual,parse@parallel",
                "fetch@virtual, parse @ parallel ,store@virtual",
                "fetch@bounded-elastic:threads=2,queue=1,parse@parallel:a=1",
                "@parallel"
            })
    void noStageIsPlacedOnALaneThatIsDenied(String placement) {
        Client client = offered(NamePatterns.ALL, deny("parallel"));
        Map<String, Object> orders = Map.of("workload", "orders");
        assertNotOffered(client, "lab.run", and(orders, "placement", placement), "placement");
        assertNotOffered(client, "lab.run", and(orders, "lane", placement), "lane");
        assertNotOffered(
                client, "lab.compare", and(orders, "placements", List.of("fetch@virtual", placement)), "placements[1]");
        assertNotOffered(client, "lab.compare", and(orders, "lanes", List.of("virtual", placement)), "lanes[1]");
        assertNotOffered(
                client,
                "lab.capacity",
                and(and(orders, "lanes", List.of(placement)), "slo", List.of("p99 < 1s")),
                "lanes[0]");
    }

    @Test
    void theBestPlacementIsLookedForOnWhatIsOfferedAlone() {
        Client client = offered(NamePatterns.ALL, deny("parallel"));
        Map<String, Object> best = Map.of("workload", "orders", "placements", List.of("best"));
        assertNotOffered(client, "lab.compare", best, "placements[1]");
        assertNotOffered(client, "lab.compare", and(best, "lanes", List.of("virtual", "parallel")), "lanes[1]");
        Map<String, Object> beside = Map.of("workload", "orders", "placements", List.of("best", "parallel"));
        assertNotOffered(client, "lab.compare", beside, "placements[1]");
    }

    @Test
    void runsInJvmsOfTheirOwnAreOfferedWithTheLaneProcess() {
        Client client = offered(NamePatterns.ALL, allow("virtual", "parallel"));
        Map<String, Object> isolated =
                Map.of("workload", "sleep", "lanes", List.of("virtual", "parallel"), "isolate", true);
        assertNotOffered(client, "lab.compare", isolated, "isolate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gil", "gil:switchMillis=20", "gil:switchMillis=20:threads=virtual", "gil:"})
    void aLaneIsDeniedWithWhateverSettings(String lane) {
        Client client = offered(NamePatterns.ALL, deny("gil"));
        errorOf(client.stream("lab.run", Client.sleeps(1, 1, lane)), ErrorBody.REJECTED);
        Map<String, Object> comparison = Map.of("workload", "sleep", "lanes", List.of("virtual", lane));
        JsonNode error = errorOf(client.stream("lab.compare", comparison), ErrorBody.REJECTED);
        assertThat(error.at("/fields/0/field").asText()).isEqualTo("lanes[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/sleep", "../sleep", "sleep\u0000", "", "sleep/"})
    void noSpellingGetsAroundAnAllowance(String workload) {
        Client client = offered(allow("sleep"), NamePatterns.ALL);
        errorOf(client.stream("lab.run", Map.of("workload", workload, "lane", "virtual")), ErrorBody.REJECTED);
    }

    @Test
    void whatIsOfferedRuns() {
        Client client = offered(allow("sleep"), allow("virtual"));
        assertThat(types(all(client.stream("lab.run", Client.sleeps(1, 1, "virtual")))))
                .endsWith("run-finished");
    }

    @Test
    void aPatternThatMeansNothingIsAMistake() {
        assertThatThrownBy(() -> new Offer(deny("fech"), NamePatterns.ALL)
                        .of(LocalLab.create())
                        .block(PATIENCE))
                .hasMessageContaining("no workload is called fech; did you mean fetch?");
        assertThatThrownBy(() -> allow("[a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[a is no pattern of names");
    }
}
