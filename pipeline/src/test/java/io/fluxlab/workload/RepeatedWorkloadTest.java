package io.fluxlab.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RepeatedWorkloadTest extends WorkloadContract<Repeated> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] DOCUMENT = "{\"order\": 7}".getBytes(UTF_8);
    private static final int MANY = 200_000;

    @Override
    protected Workload<Repeated> workload() {
        return Workload.of("parse-order", () -> JSON.readTree(DOCUMENT));
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("tasks", 3, "calls", 20);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("tasks", 64, "calls", 1_000_000_000);
    }

    /** That it compiles is what is tested: no casts, checked exceptions, and none of the two forms is ambiguous. */
    static List<Workload<Repeated>> bodies() {
        return List.of(
                Workload.of("body", () -> 42),
                Workload.of("body", () -> JSON.readTree(DOCUMENT).size() + 41),
                Workload.of("body", RepeatedWorkloadTest::compute),
                Workload.of("body", () -> {
                    JSON.readTree(DOCUMENT);
                    return 42;
                }),
                Workload.of("body", () -> Mono.just(42)),
                Workload.of("body", () -> Flux.just(42)),
                Workload.of("body", RepeatedWorkloadTest::publish),
                Workload.of("body", () -> Flux.just(42).hide()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyIsWhateverTheLambdaReturns(Workload<Repeated> workload) {
        RunLog run = run(workload, Map.of("tasks", 2, "calls", 3));

        assertThat(run.items()).isEqualTo(Map.of(0, List.of(42, 42, 42), 1, List.of(42, 42, 42)));
    }

    static List<Workload<Repeated>> synchronousBodies() {
        return List.of(
                Workload.of("body", () -> 1),
                Workload.of("body", () -> Mono.just(1)),
                Workload.of("body", () -> Mono.just(1).hide()),
                Workload.of("body", () -> Flux.just(1).hide()));
    }

    @ParameterizedTest
    @MethodSource("synchronousBodies")
    void manyCallsDoNotOverflowTheStack(Workload<Repeated> workload) {
        RunLog run = run(workload, Map.of("tasks", 1, "calls", MANY));

        assertThat(run.failures()).isEmpty();
        assertThat(run.flatItems()).hasSize(MANY);
    }

    @Test
    void manyCallsWithoutAnItemEnd() {
        RunLog run = run(Workload.of("body", () -> Flux.empty()), Map.of("tasks", 1, "calls", MANY));

        assertThat(run.finished().status()).isEqualTo(Status.COMPLETED);
        assertThat(run.flatItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void callsOneAfterTheOther(int calls) {
        AtomicInteger next = new AtomicInteger();
        Workload<Repeated> workload =
                Workload.of("body", () -> Flux.just(next.getAndIncrement()).hide());

        RunLog run = run(workload, Map.of("tasks", 1, "calls", calls));

        assertThat(run.flatItems())
                .isEqualTo(IntStream.range(0, calls).<Object>mapToObj(i -> i).toList());
    }

    @Test
    void nullIsNoItem() {
        RunLog run = run(Workload.of("body", () -> System.getProperty("no.such.property")), Map.of("tasks", 2));

        assertThat(run.finished().status()).isEqualTo(Status.COMPLETED);
        assertThat(run.flatItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void whatTheBodyThrowsFailsItsTask(int calls) {
        RunLog run = run(Workload.of("body", RepeatedWorkloadTest::fail), Map.of("tasks", 3, "calls", calls));

        assertThat(run.failures()).hasSize(3).allMatch(message -> message.contains("no such order"));
        assertThat(run.finished().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void nameThatIsNotKebabCaseIsRefused() {
        assertThatThrownBy(() -> Workload.of("Parse Order", () -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a workload's name must be kebab-case like parse-order, was Parse Order");
    }

    private static RunLog run(Workload<Repeated> workload, Map<String, Object> parameters) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        return RunLog.of(lab, RunRequest.of(workload.name(), "parallel").with(parameters));
    }

    private static int compute() throws IOException {
        return 41 + JSON.readTree(DOCUMENT).size();
    }

    private static int fail() throws IOException {
        throw new IOException("no such order");
    }

    private static Flux<Integer> publish() {
        return Flux.just(42);
    }
}
