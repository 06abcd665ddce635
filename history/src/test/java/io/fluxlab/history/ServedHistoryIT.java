package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wire.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** Runs that are submitted to a server, over real sockets. */
class ServedHistoryIT extends ServedHistoryFixture {

    @ParameterizedTest
    @EnumSource
    void aRunGoesOnWithoutWhoeverSubmittedIt(WireFormat format) {
        LabServer server = serve(open(), settings0());
        LabClient submitter = client(server, ClientOptions.DEFAULT.with(format));
        String run = submit(submitter, SLEEPS);
        submitter.disposeLater().block(PATIENCE);

        List<KeptEvent> events = all(client(server, ClientOptions.DEFAULT.with(format)), run);
        assertThat(events.stream().map(KeptEvent::seq)).isSorted().startsWith(0L);
        assertThat(((KeptEvent.OfRun) events.get(0)).event())
                .isInstanceOfSatisfying(
                        RunEvent.RunStarted.class,
                        started -> assertThat(started.run()).isEqualTo(run));
        assertThat(((KeptEvent.OfRun) events.getLast()).event()).isInstanceOf(RunEvent.RunFinished.class);
        assertThat(events.stream()
                        .filter(event -> event instanceof KeptEvent.OfRun ofRun
                                && ofRun.event() instanceof RunEvent.TaskFinished))
                .hasSize(20);
    }

    /** One of them asks for nothing more: neither the run nor any of the others waits for it. */
    @Test
    void fiftyViewersOfARunGetEveryEndAndNobodyWaitsForOneThatStandsStill() {
        int tasks = 500;
        LabServer server = serve(open(), settings0());
        String run = submit(
                client(server),
                RunRequest.of("sleep", "virtual")
                        .with(Map.of("tasks", tasks, "minMillis", 1, "maxMillis", 1, "style", "async")));
        List<LabClient> viewers =
                IntStream.range(0, 10).mapToObj(number -> client(server)).toList();

        StepVerifier.create(viewers.get(0).watch(new WatchRequest(run, null)), 1)
                .expectNextCount(1)
                .then(() -> {
                    List<List<Integer>> ends = Objects.requireNonNull(Flux.range(0, 49)
                            .flatMap(
                                    number -> ends(viewers.get(number % viewers.size()), run)
                                            .collectList(),
                                    49)
                            .collectList()
                            .block(PATIENCE));
                    assertThat(ends)
                            .hasSize(49)
                            .allSatisfy(each -> assertThat(each).hasSize(tasks).doesNotHaveDuplicates());
                    awaitState(viewers.get(1), run, RunState.COMPLETED);
                })
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(event -> true)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(found(viewers.get(1), run).events().missing()).isZero();
    }

    private static Flux<Integer> ends(LabClient viewer, String run) {
        return viewer.watch(new WatchRequest(run, null))
                .filter(event ->
                        event instanceof KeptEvent.OfRun ofRun && ofRun.event() instanceof RunEvent.TaskFinished)
                .map(event -> ((RunEvent.TaskFinished) ((KeptEvent.OfRun) event).event()).task());
    }

    @Test
    void aComparisonIsKeptWithItsVerdict() {
        LabServer server = serve(open(), settings0());
        LabClient client = client(server);
        ComparisonRequest request = ComparisonRequest.of("sleep")
                .with(Map.of("tasks", 4, "minMillis", 5, "maxMillis", 5))
                .on("immediate", "virtual")
                .rounds(3, 1);
        String run =
                Objects.requireNonNull(client.submit(Submission.of(request)).block(PATIENCE));

        List<KeptEvent> events = all(client, run);
        assertThat(events.stream().map(KeptEvent::seq))
                .containsExactlyElementsOf(
                        LongStream.range(0, events.size()).boxed().toList());
        Verdict verdict = verdict(events.getLast());
        awaitState(client, run, RunState.COMPLETED);
        KeptRun kept = found(client, run);
        assertThat(kept.work().lanes()).containsExactly("immediate", "virtual");
        assertThat(kept.outcome().recommended()).isEqualTo(verdict.recommended());
        assertThat(kept.outcome().summary()).containsKey("lanes").doesNotContainKey("samples");
    }

    private static Verdict verdict(KeptEvent event) {
        return ((ComparisonEvent.Verdict) ((KeptEvent.OfComparison) event).event()).verdict();
    }

    @Test
    void manyWatchOneRunEachAtItsOwnDemand() {
        LabServer server = serve(open(), settings0());
        LabClient client = client(server);
        RunRequest request = RunRequest.of("count", "parallel").with(Map.of("tasks", 4, "n", 300_000));
        String run = submit(client, request);
        StepVerifier.Step<KeptEvent> slow = StepVerifier.create(client(server).watch(new WatchRequest(run, null)), 1)
                .expectNextCount(1);

        List<List<KeptEvent>> seen = new ArrayList<>();
        for (int viewer = 0; viewer < 10; viewer++) {
            seen.add(all(client(server), run));
        }
        assertThat(seen).allSatisfy(events -> assertThat(events).isEqualTo(seen.get(0)));
        slow.thenRequest(Long.MAX_VALUE)
                .expectNextCount(seen.get(0).size() - 1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aRunIsCancelledByItsName() {
        LabServer server = serve(open(), settings0());
        LabClient client = client(server);
        String run = submit(client, LONG);
        assertThat(client.cancel(run).block(PATIENCE)).isEqualTo(run);

        assertThat(((KeptEvent.OfRun) all(client, run).getLast()).event())
                .isInstanceOfSatisfying(
                        RunEvent.RunFinished.class,
                        end -> assertThat(end.status()).isEqualTo(RunEvent.Status.CANCELLED));
        awaitState(client, run, RunState.CANCELLED);
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
        assertThatThrownBy(() -> client.cancel(run).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage(run + " does not go on here: it is cancelled");
    }

    @Test
    void aComparisonThatIsCancelledSaysSo() {
        LabClient client = client(serve(open(), settings0()));
        ComparisonRequest request = ComparisonRequest.of("sleep")
                .with(Map.of("tasks", 4, "minMillis", 5, "maxMillis", 5))
                .on("immediate", "virtual")
                .rounds(1_000, 0);
        String run =
                Objects.requireNonNull(client.submit(Submission.of(request)).block(PATIENCE));
        client.cancel(run).block(PATIENCE);
        assertThatThrownBy(() -> all(client, run))
                .isInstanceOf(BrokenRunException.class)
                .hasMessage("it was told to end");
        awaitState(client, run, RunState.CANCELLED);
    }

    @Test
    void whatIsWrongIsToldAndNotKept() {
        LabClient client = client(serve(open(), settings0()));
        assertThatThrownBy(() -> submit(client, RunRequest.of("coutn", "virtual")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("coutn");
        assertThatThrownBy(() -> all(client, "run-0"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("there is no run run-0");
        assertThat(client.history(HistoryQuery.NEWEST).collectList().block(PATIENCE))
                .isEmpty();
    }

    @Test
    void submittedRunsTakeTheTurnsOfOthers() {
        ServerLimits limits = ServerLimits.defaults().withRuns(2, 16);
        LabClient client = client(serve(open(), settings0().withLimits(limits)));
        submit(client, LONG);
        submit(client, LONG);
        assertThatThrownBy(() -> submit(client, LONG))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageContaining("runsPerConnection must be at most 2, was 3");
        assertThatThrownBy(() -> client.run(SLEEPS).blockLast(PATIENCE)).isInstanceOf(RejectedRequestException.class);
    }

    @Test
    void aServerThatKeepsNothingSaysSo() {
        LabServer server = Objects.requireNonNull(
                LabServer.start(LocalLab.create(), settings0()).block(PATIENCE));
        servers.add(server);
        assertThatThrownBy(() -> submit(client(server), SLEEPS))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage("this lab keeps no runs");
    }

    @Test
    void aServerThatStopsCancelsWhatIsSubmittedAndKeepsItsEnd() {
        History history = open();
        LabServer server = serve(history, settings0());
        String run = submit(client(server), LONG);
        server.stop(Duration.ZERO).block(PATIENCE);
        close(history);
        assertThat(kept(open(), run).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aViewerWhoLostItsServerGoesOnWhereItWas() {
        History history = open();
        LabServer first = serve(history, settings0());
        int port = first.address().getPort();
        String run = submit(client(first), SLEEPS);
        awaitState(client(first), run, RunState.COMPLETED);
        int events = all(client(first), run).size();

        LabClient viewer = client(first);
        StepVerifier.create(
                        viewer.watch(
                                        new WatchRequest(run, null),
                                        Retry.backoff(100, Duration.ofMillis(20))
                                                .maxBackoff(Duration.ofMillis(200)))
                                .map(KeptEvent::seq),
                        3)
                .expectNext(0L, 1L, 2L)
                .then(() -> first.stop(Duration.ZERO).block(PATIENCE))
                .then(() -> serve(history, ServerSettings.defaults().withPorts(port, 0)))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(events - 3)
                .expectComplete()
                .verify(PATIENCE);
    }
}
