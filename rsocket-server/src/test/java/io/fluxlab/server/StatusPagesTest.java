package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.claim.Claim;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.metrics.LoopLag;
import io.fluxlab.server.metrics.ServerMetrics;
import io.fluxlab.server.status.StatusAccess;
import io.fluxlab.server.status.StatusPages;
import io.fluxlab.wire.ErrorBody;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** What a server tells of itself over HTTP. */
class StatusPagesTest extends ServerFixture {

    /** A line of Prometheus' text format: a name, labels, a number. */
    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_][a-z0-9_]*(\\{([a-z_]+=\"[^\"\\n]*\",?)*})? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)");

    private final LocalLab lab = LocalLab.create();
    private final Scheduler scheduler = Schedulers.newSingle("status", true);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ServerMetrics metrics = new ServerMetrics(registry, Set.of("sleep"), Set.of("virtual"));
    private final AtomicBoolean stopping = new AtomicBoolean();

    @AfterEach
    void dispose() {
        scheduler.dispose();
        registry.close();
    }

    private LabServer serve(StatusAccess access) {
        return started(Objects.requireNonNull(LabServer.of(lab, settings())
                .listener(metrics)
                .pages(new StatusPages(access, stopping::get, registry::scrape, scheduler))
                .start()
                .block(PATIENCE)));
    }

    private static String ask(LabServer server, HttpMethod method, String path) {
        return HttpClient.newConnection()
                .remoteAddress(server::httpAddress)
                .request(method)
                .uri(path)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> response.status().code() + " " + text))
                .block(PATIENCE);
    }

    private static Map<String, Double> figures(LabServer server) {
        String page = ask(server, HttpMethod.GET, "/metrics");
        assertThat(page).startsWith("200 ");
        return page.substring(4)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .peek(line -> assertThat(line).matches(SAMPLE))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(
                                line.substring(line.lastIndexOf(' ') + 1).replace("Inf", "Infinity"))));
    }

    @Test
    void aServerThatStopsLivesButIsNotReady() {
        LabServer server = serve(StatusAccess.LOOPBACK);
        assertThat(ask(server, HttpMethod.GET, "/health/ready")).isEqualTo("200 {\"status\":\"ready\"}");
        stopping.set(true);
        assertThat(ask(server, HttpMethod.GET, "/health/ready")).isEqualTo("503 {\"status\":\"stopping\"}");
        assertThat(ask(server, HttpMethod.GET, "/health/live")).isEqualTo("200 {\"status\":\"up\"}");
    }

    @Test
    void thePagesAreOnlyRead() {
        LabServer server = serve(StatusAccess.LOOPBACK);
        assertThat(ask(server, HttpMethod.HEAD, "/health/live")).isEqualTo("200 ");
        assertThat(ask(server, HttpMethod.DELETE, "/health/live")).startsWith("4");
        assertThat(ask(server, HttpMethod.GET, "/health/live/more")).startsWith("404");
    }

    @Test
    void whoIsNotLetInSeesNothing() {
        LabServer server = serve((peer, forwarded) ->
                Mono.error(new RejectedRequestException("status-forbidden", "not for you", List.of())));
        for (String path : new String[] {"/health/live", "/health/ready", "/metrics"}) {
            assertThat(ask(server, HttpMethod.GET, path))
                    .startsWith("403 {\"code\":\"status-forbidden\"")
                    .doesNotContain("fluxlab_");
        }
    }

    @Test
    void whatIsAskedForIsCounted() {
        LabServer server = serve(StatusAccess.LOOPBACK);
        Client client = client(server);
        last(client.stream("lab.run", Client.sleeps(1, 1, "virtual")));
        errorOf(client.stream("lab.run", Map.of("workload", "no\"\n{such", "lane", "virtual")), ErrorBody.INVALID);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(figures(server))
                        .containsEntry("fluxlab_connections{door=\"tcp\"}", 1.0)
                        .containsEntry("fluxlab_streams", 0.0)
                        .containsEntry("fluxlab_refusals_total{code=\"invalid-request\"}", 1.0)
                        .containsEntry("fluxlab_run_bystander_p99_seconds_count{lane=\"virtual\"}", 1.0)
                        .containsEntry(
                                "fluxlab_requests_total{ending=\"completed\",lane=\"virtual\",route=\"lab.run\","
                                        + "workload=\"sleep\"}",
                                1.0));
    }

    @Test
    void whatRunsClaimIsToldBesideWhatTheyMay() {
        Claim most = new Claim(1_000, 200, 30, new Claim.Children(4, 5));
        metrics.watch(() -> new Claim(100, 20, 3, new Claim.Children(2, 1)), most);
        assertThat(figures(serve(StatusAccess.LOOPBACK)))
                .containsEntry("fluxlab_claimed_heap_bytes", 100.0)
                .containsEntry("fluxlab_claimable_heap_bytes", 1_000.0)
                .containsEntry("fluxlab_claimed_threads", 20.0)
                .containsEntry("fluxlab_claimable_threads", 200.0)
                .containsEntry("fluxlab_claimed_descriptors", 3.0)
                .containsEntry("fluxlab_claimable_descriptors", 30.0)
                .containsEntry("fluxlab_claimed_processes", 2.0)
                .containsEntry("fluxlab_claimable_processes", 4.0)
                .containsEntry("fluxlab_claimed_processes_heap_bytes", 1_048_576.0)
                .containsEntry("fluxlab_claimable_processes_heap_bytes", 5_242_880.0);
    }

    /** The task holds the loop that the bystander is on, and the client takes nothing but the first events. */
    @Test
    void whatARunDoesToItsBystanderIsToldWhileItGoesOn() {
        metrics.watchBystander(lab::bystander);
        LabServer server = serve(StatusAccess.LOOPBACK);
        assertThat(figures(server)).containsEntry("fluxlab_bystander_max_seconds", 0.0);

        Map<String, Object> hour = Map.of("tasks", 1, "minMillis", 3_600_000, "maxMillis", 3_600_000);
        Map<String, Object> blocking = Map.of("workload", "sleep", "lane", "immediate", "parameters", hour);
        Flux<JsonNode> run = client(server).stream("lab.run", blocking);
        BaseSubscriber<JsonNode> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(3);
            }
        };
        run.subscribe(reader);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(figures(server))
                        .hasEntrySatisfying(
                                "fluxlab_bystander_p99_seconds",
                                seconds -> assertThat(seconds).isGreaterThan(1))
                        .hasEntrySatisfying(
                                "fluxlab_bystander_max_seconds",
                                seconds -> assertThat(seconds).isGreaterThan(1)));

        reader.cancel();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(figures(server))
                        .containsEntry("fluxlab_bystander_p99_seconds", 0.0)
                        .containsEntry("fluxlab_bystander_max_seconds", 0.0));
    }

    @Test
    void noClientMakesALabel() {
        LabServer server = serve(StatusAccess.LOOPBACK);
        Client client = client(server);
        for (int i = 0; i < 20; i++) {
            errorOf(client.stream("lab.run", Map.of("workload", "w" + i, "lane", "l" + i)), ErrorBody.INVALID);
        }
        assertThat(figures(server).keySet().stream().filter(name -> name.startsWith("fluxlab_requests")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aServerThatIsWatchedTellsItsRunsAndHowLateItsLoopsAre() {
        LabServer server = serve(StatusAccess.LOOPBACK);
        try (LoopLag watching = metrics.watch(server)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(figures(server))
                            .containsEntry("fluxlab_runs", 0.0)
                            .containsEntry("fluxlab_runs_waiting", 0.0)
                            .hasEntrySatisfying(
                                    "fluxlab_loop_lag_seconds_count",
                                    count -> assertThat(count).isGreaterThan(2)));
        }
    }
}
