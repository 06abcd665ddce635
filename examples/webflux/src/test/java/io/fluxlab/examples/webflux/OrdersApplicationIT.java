package io.fluxlab.examples.webflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.client.LabClient;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.spring.ServiceLab;
import io.fluxlab.wire.WireFormat;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.messaging.rsocket.RSocketRequester;
import reactor.test.StepVerifier;

/** The application as its users meet it: over real sockets. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.rsocket.server.port=0", "spring.main.banner-mode=off"})
class OrdersApplicationIT {

    private static final Pattern OTHERS = Pattern.compile(
            "HttpClient|awaitility|junit|ForkJoinPool|VirtualThread|Common-Cleaner|globalEventExecutor");

    private static final int ALL_DAY = 100_000;

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private ServiceLab lab;

    @Autowired
    private RSocketRequester.Builder requesters;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Threads that a server starts with its first connection are the server's, not those of a run. */
    @BeforeEach
    void connect() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void disconnect() {
        http.shutdownNow();
    }

    @Test
    void serviceDoesItsOwnWork() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(uri("/prices"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"items\":[{\"article\":\"bolt\",\"count\":2}]}"))
                .build();

        assertThat(http.send(order, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("8.00");
    }

    @Test
    void runIsStreamedAsServerSentEvents() {
        List<String> events = get("/runs/pricing/parallel?tasks=3")
                .body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .toList();

        assertThat(events.getFirst()).contains("\"type\":\"run-started\"", "\"workload\":\"pricing\"", "\"tasks\":3");
        assertThat(events.getLast()).contains("\"type\":\"run-finished\"", "\"status\":\"completed\"");
    }

    @Test
    void threadsBeforeAndAfterARunAreEqual() {
        get("/runs/pricing/immediate?tasks=1");
        await().until(() -> threadsOfRuns().isEmpty());
        Set<Thread> before = threads();

        for (String lane : List.of("bounded-elastic", "parallel", "virtual", "event-loop")) {
            assertThat(get("/runs/pricing/" + lane + "?tasks=16").body()).contains("run-finished");
        }

        await().untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    }

    @Test
    void closingTheConnectionCancelsTheRun() throws Exception {
        Set<Thread> before = threads();
        HttpRequest request = HttpRequest.newBuilder(uri("/runs/pricing/parallel?tasks=" + ALL_DAY))
                .build();
        var body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("run-started");
            assertThat(lab.running()).hasSize(1);
        }

        await().untilAsserted(() -> assertThat(lab.running()).isEmpty());
        await().untilAsserted(() -> assertThat(before).containsAll(threads()));
    }

    @Test
    void bestNamesALaneAndWhy() {
        Map<String, Object> best = json(get("/best/pricing"));

        assertThat(best)
                .containsKey("lane")
                .extractingByKey("reason")
                .asString()
                .isNotEmpty();
    }

    @Test
    void wrongRequestIsAProblemThatNamesTheField() {
        HttpResponse<String> answer = get("/runs/prising/parallel");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).extractingByKey("detail").asString().contains("did you mean pricing?");
    }

    @Test
    void metersAndVerdictsAreThereWithoutFurtherWork() {
        get("/runs/pricing/parallel?tasks=3");
        get("/best/pricing");

        assertThat(get("/actuator/metrics/fluxlab.run?tag=workload:pricing&tag=lane:parallel")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/actuator/metrics/fluxlab.bystander.p99").statusCode()).isEqualTo(200);
        assertThat(json(get("/actuator/fluxlab")))
                .extractingByKey("verdicts")
                .asString()
                .contains("workload=pricing");
    }

    @Test
    void applicationAndLabShareAnRSocketServer() {
        int rsocket = environment.getRequiredProperty("local.rsocket.server.port", Integer.class);
        RSocketRequester requester = requesters.tcp("localhost", rsocket);
        StepVerifier.create(requester
                        .route("prices")
                        .data(new Order(List.of(new Order.Item("bolt", 2))))
                        .retrieveMono(BigDecimal.class))
                .assertNext(price -> assertThat(price).isEqualByComparingTo("8"))
                .verifyComplete();
        requester.dispose();

        try (LabClient client = LabClient.connect("tcp://localhost:" + rsocket)) {
            StepVerifier.create(client.run(RunRequest.of("pricing", "virtual").with(Map.of("tasks", 2)))
                            .last())
                    .assertNext(last -> assertThat(last).isInstanceOf(RunEvent.RunFinished.class))
                    .verifyComplete();
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The whole answer, or a failure where it does not come to its end. */
    private HttpResponse<String> get(String path) {
        return http.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private static Map<String, Object> json(HttpResponse<String> answer) {
        return WireFormat.JSON.readFields(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** All but those of this test itself, and those that the JVM and Netty start and end as they like. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !OTHERS.matcher(thread.getName()).lookingAt())
                .collect(Collectors.toSet());
    }

    private static Set<String> threadsOfRuns() {
        return threads().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("immediate"))
                .collect(Collectors.toSet());
    }
}
