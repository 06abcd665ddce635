package io.fluxlab.spring.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunRequest;
import io.fluxlab.spring.ServiceLab;
import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Disposable;

class LabProblemsTest {

    static final RunRequest ENDLESS = RunRequest.of("endless", "virtual").with(Map.of("tasks", 1, "calls", 1));

    private static ConfigurableApplicationContext application;
    private static Http http;

    @BeforeAll
    static void start() {
        application = Application.start("fluxlab.limits.runs=1");
        http = new Http(application);
    }

    @AfterAll
    static void stop() {
        http.close();
        application.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/event-stream"})
    void wrongRequestIs400AndNamesTheField(String accepted) throws Exception {
        HttpResponse<String> answer = http.get("/run/anser/immediate", "Accept", accepted);

        Map<String, Object> problem = problem(answer, 400);
        assertThat(problem)
                .containsEntry("type", "urn:fluxlab:invalid-request")
                .containsEntry("code", "invalid-request")
                .containsEntry("status", 400L);
        assertThat(problem.get("detail")).asString().contains("anser").contains("did you mean answer");
        assertThat(problem.get("fields")).asString().contains("field=workload").contains("value=anser");
    }

    @Test
    void limitThatIsReachedIs429AndSaysWhenToComeBack() throws Exception {
        ServiceLab lab = application.getBean(ServiceLab.class);
        Disposable goesOn = lab.run(ENDLESS).subscribe(event -> {}, error -> {});

        HttpResponse<String> answer = http.get("/run/answer/immediate");

        assertThat(problem(answer, 429))
                .containsEntry("code", "limit-exceeded")
                .containsEntry("detail", "runs must be at most 1, was 2");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        goesOn.dispose();
        assertThat(lab.running()).isEmpty();
    }

    static Map<String, Object> problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return WireFormat.JSON.readFields(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
