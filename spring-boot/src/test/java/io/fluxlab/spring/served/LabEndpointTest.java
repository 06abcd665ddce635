package io.fluxlab.spring.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunRequest;
import io.fluxlab.spring.ServiceLab;
import io.fluxlab.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Disposable;

class LabEndpointTest {

    private static ConfigurableApplicationContext application;
    private static Http http;

    @BeforeAll
    static void start() {
        application = Application.start();
        http = new Http(application);
    }

    @AfterAll
    static void stop() {
        http.close();
        application.close();
    }

    @Test
    void endpointTellsLanesAndWorkloads() throws Exception {
        Map<String, Object> report = report();

        assertThat(list(report, "lanes"))
                .anySatisfy(lane ->
                        assertThat(lane).containsEntry("name", "immediate").containsEntry("available", true));
        assertThat(list(report, "workloads")).extracting("name").contains("answer", "primes");
    }

    @Test
    void endpointTellsWhatGoesOn() throws Exception {
        Disposable goesOn = application
                .getBean(ServiceLab.class)
                .run(RunRequest.of("endless", "virtual").with(Map.of("tasks", 1, "calls", 1)))
                .subscribe(event -> {}, error -> {});

        assertThat(list(report(), "running"))
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .containsEntry("kind", "run")
                        .containsEntry("workload", "endless")
                        .containsEntry("lanes", List.of("virtual"))
                        .containsKey("since"));
        goesOn.dispose();
        assertThat(list(report(), "running")).isEmpty();
    }

    @Test
    void endpointTellsTheVerdictsThatWereGivenLast() throws Exception {
        assertThat(http.get("/compare/answer").statusCode()).isEqualTo(200);

        assertThat(list(report(), "verdicts")).first().satisfies(given -> {
            assertThat(given).containsEntry("workload", "answer").containsKey("at");
            assertThat(given.get("verdict"))
                    .asString()
                    .contains("lanes=")
                    .contains("reason=")
                    .doesNotContain("samples=");
        });
    }

    @Test
    void metersAreThereWithoutFurtherWork() throws Exception {
        http.get("/run/answer/immediate");
        http.get("/compare/answer");

        assertThat(http.get("/actuator/metrics/fluxlab.run?tag=workload:answer&tag=lane:immediate&tag=status:completed")
                        .body())
                .contains("\"COUNT\"", "\"TOTAL_TIME\"");
        assertThat(http.get("/actuator/metrics/fluxlab.comparison").statusCode())
                .isEqualTo(200);
        assertThat(http.get("/actuator/metrics/fluxlab.bystander.p99?tag=lane:parallel")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get("/actuator/metrics/fluxlab.activities").body()).contains("\"VALUE\"");
        assertThat(application.getBean(ServiceLab.class).verdicts()).isNotEmpty();
    }

    @Test
    void namesThatAreMadeUpBecomeNoTags() throws Exception {
        http.get("/run/made-up/immediate");

        assertThat(http.get("/actuator/metrics/fluxlab.run").body())
                .contains("unknown")
                .doesNotContain("made-up");
    }

    private static Map<String, Object> report() throws Exception {
        return WireFormat.JSON.readFields(http.get("/actuator/fluxlab").body().getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> report, String name) {
        return (List<Map<String, Object>>) report.get(name);
    }
}
