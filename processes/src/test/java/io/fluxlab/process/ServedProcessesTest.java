package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.claim.Claim;
import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.run.Story;
import io.fluxlab.run.Viewer;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.ServerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What a client may have of the machine that serves it, over a real socket. */
class ServedProcessesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long HOURS = 1_000_000_000_000_000L;

    private LabServer server;
    private LabClient lab;

    @BeforeEach
    void serve() {
        ServerLimits defaults = ServerLimits.defaults();
        Claim usual = defaults.perRun().atOnce();
        Claim most = new Claim(usual.heapBytes(), usual.threads(), usual.descriptors(), new Claim.Children(2, 1024));
        ServerLimits limits = defaults.withPerRun(defaults.perRun().withAtOnce(most));
        Lab served = LocalLab.builder().limits(limits.perRun()).build();
        ServerSettings settings = ServerSettings.defaults().withPorts(0, 0).withLimits(limits);
        server = LabServer.start(served, settings).blockOptional(LONG).orElseThrow();
        lab = LabClient.connect(URI.create("tcp://127.0.0.1:" + server.address().getPort()));
    }

    @AfterEach
    void stop() {
        lab.close();
        server.stop(Duration.ZERO).block(LONG);
        await().untilAsserted(() -> assertThat(children()).isEmpty());
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static RunRequest counting(String lane, int tasks, long n) {
        return RunRequest.of("count", lane).with(Map.of("tasks", tasks, "n", n));
    }

    private static void assertRejected(Flux<?> events, String field, long value, String message) {
        assertThatThrownBy(() -> events.blockLast(LONG))
                .isInstanceOfSatisfying(
                        RejectedRequestException.class,
                        error -> assertThat(error.fields()).singleElement().satisfies(only -> {
                            assertThat(only.field()).isEqualTo(field);
                            assertThat(String.valueOf(only.value())).isEqualTo(String.valueOf(value));
                            assertThat(only.message()).startsWith(message + ": ");
                        }));
    }

    private void assertCompletes(RunRequest request) {
        Story story = Story.of(lab.run(request).collectList().block(LONG));
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void moreProcessesOrHeapThanTheServerAllowsAreRejectedByName() {
        assertRejected(
                lab.run(counting("process:processes=64", 100, 1)),
                "processesAtOnce",
                64,
                "processesAtOnce must be at most 2, was 64");
        assertRejected(
                lab.run(counting("process:processes=2:heapMegabytes=1048576", 2, 1)),
                "heapMegabytesAtOnce",
                2_097_152,
                "heapMegabytesAtOnce must be at most 1024, was 2097152");
        assertRejected(
                lab.run(counting("process", 100, 1).withConcurrency(3)),
                "processesAtOnce",
                3,
                "processesAtOnce must be at most 2, was 3");
        assertThat(children()).isEmpty();
        assertCompletes(counting("process:processes=64", 2, 1));
        assertCompletes(counting("process:processes=2", 100, 1));
    }

    @Test
    void aComparisonHoldsTheProcessesOfAllItsLanes() {
        assertRejected(
                lab.compare(ComparisonRequest.of("count")
                        .with(Map.of("tasks", 2, "n", 1))
                        .on("process:processes=1", "process:processes=2")
                        .rounds(1, 0)),
                "processesAtOnce",
                3,
                "processesAtOnce must be at most 2, was 3");
        assertRejected(
                lab.compare(ComparisonRequest.of("count")
                        .with(Map.of("tasks", 2, "n", 1))
                        .on("immediate", "process:processes=2")
                        .isolated()),
                "processesAtOnce",
                3,
                "processesAtOnce must be at most 2, was 3");
    }

    @Test
    void whatOneRunHoldsAnotherCanNotHaveUntilItHasEnded() {
        Disposable run = lab.run(counting("process:processes=2", 2, HOURS)).subscribe(event -> {}, error -> {});
        await().until(() -> server.runs() == 1);

        await().untilAsserted(() -> assertRejected(
                lab.run(counting("process:processes=1", 1, 1)),
                "processesAtOnce",
                3,
                "processesAtOnce must be at most 2, was 3"));
        assertCompletes(counting("parallel", 2, 1));
        run.dispose();

        await().ignoreExceptionsInstanceOf(LabException.class)
                .untilAsserted(() -> assertCompletes(counting("process:processes=2", 2, 1)));
    }

    @Test
    void steeringGetsARunNoMoreThanThereIsRoomFor() {
        Viewer viewer = new Viewer();
        lab.steer(counting("process:processes=1", 10, 100_000_000), Flux.just(SteerCommand.concurrency(10)))
                .subscribe(viewer);
        viewer.wantAll();
        await().atMost(LONG).until(viewer::hasEnded);

        assertThat(viewer.events().stream()
                        .filter(TaskStarted.class::isInstance)
                        .map(event -> ((TaskStarted) event).worker())
                        .collect(Collectors.toSet()))
                .hasSize(2);
        assertThat(viewer.events()).last().isInstanceOf(RunEvent.RunFinished.class);
    }
}
