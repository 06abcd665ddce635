package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.offer.NamePatterns;
import io.fluxlab.server.offer.Offer;
import io.fluxlab.wire.ErrorBody;
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
