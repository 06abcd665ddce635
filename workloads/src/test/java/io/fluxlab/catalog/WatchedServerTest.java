package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.canary.LoopSkew;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** A lab that watches a server's own loops while its handlers run. */
class WatchedServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOPS = 2;
    private static final int MUCH = 4;

    private final LoopResources loops = LoopResources.create("watched", LOOPS, true);
    private final ConnectionProvider connection = ConnectionProvider.builder("one")
            .maxConnections(1)
            .pendingAcquireMaxCount(-1)
            .build();
    private DisposableServer server;
    private LocalLab lab;

    @BeforeEach
    void serve() {
        server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                                "/sleeping",
                                (request, response) -> response.sendString(Mono.fromCallable(() -> {
                                    TimeUnit.MILLISECONDS.sleep(300); // what a handler must not do on its loop
                                    return "late";
                                })))
                        .get(
                                "/waiting",
                                (request, response) ->
                                        response.sendString(Mono.just("late").delayElement(Duration.ofMillis(300)))))
                .bindNow(PATIENCE);
        lab = LocalLab.builder()
                .workload(Workload.of("sleeping", () -> get("/sleeping")))
                .workload(Workload.of("waiting", () -> get("/waiting")))
                .build()
                .watching(loops.onServer(true));
    }

    @AfterEach
    void end() {
        server.disposeNow(PATIENCE);
        connection.disposeLater().block(PATIENCE);
        loops.disposeLater().block(PATIENCE);
    }

    private Mono<String> get(String path) {
        return HttpClient.create(connection)
                .host("127.0.0.1")
                .port(server.port())
                .get()
                .uri(path)
                .responseContent()
                .aggregate()
                .asString();
    }

    private RunSummary run(String workload) {
        RunSummary summary = lab.run(RunRequest.of(workload, "event-loop").with(Map.of("tasks", 5, "calls", 1)))
                .doOnNext(event -> assertThat(event).isNotInstanceOf(TaskFailed.class))
                .ofType(RunFinished.class)
                .map(RunFinished::summary)
                .blockLast(PATIENCE);
        return summary;
    }

    private static LoopSkew skew(RunSummary summary) {
        List<CanaryReading> canaries = summary.canaries();
        assertThat(canaries)
                .isNotNull()
                .hasSize(LOOPS)
                .allSatisfy(reading -> assertThat(reading.canary()).isEqualTo(CanaryKind.LOOP))
                .allSatisfy(reading -> assertThat(reading.on()).startsWith("watched-"));
        return LoopSkew.of(canaries).orElseThrow();
    }

    @Test
    void aHandlerThatSleepsOnItsLoopIsSeenThereAndNotOnTheHomeLoop() {
        RunSummary summary = run("sleeping");

        LoopSkew skew = skew(summary);
        assertThat(skew.latest().latency().p50Nanos())
                .isGreaterThan(MUCH * summary.bystander().p50Nanos());
        assertThat(skew.latest().latency().p99Nanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300) / 2);
        assertThat(skew.factor()).as("%s", summary.canaries()).isGreaterThan(1);
    }

    @Test
    void aHandlerThatWaitsWithoutAThreadLeavesItsLoopFree() {
        long sleeping = skew(run("sleeping")).latest().latency().p50Nanos();
        long waiting = skew(run("waiting")).latest().latency().p50Nanos();

        assertThat(waiting * MUCH).isLessThan(sleeping);
    }

    @Test
    void loopsThatHaveEndedSayNothingAndHoldNothingUp() {
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);

        RunSummary summary = lab.run(RunRequest.of("sleep", "virtual").with(Map.of("tasks", 2)))
                .ofType(RunFinished.class)
                .map(RunFinished::summary)
                .blockLast(PATIENCE);

        assertThat(summary.canaries()).extracting(CanaryReading::canary).containsExactly(CanaryKind.CARRIER);
    }
}
