package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.LabServer;
import io.fluxlab.wire.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Submitted runs that are told something while they go on, over real sockets. */
class SteeredHistoryIT extends ServedHistoryFixture {

    private static final int TASKS = 2_000;

    /** Many tasks between any two pulses, one after the other. */
    private static final RunRequest ONE_BY_ONE = sleeps(TASKS, 1).withConcurrency(1);

    private static RunRequest sleeps(int tasks, int millis) {
        return RunRequest.of("sleep", "virtual")
                .with(Map.of("tasks", tasks, "minMillis", millis, "maxMillis", millis, "style", "async"));
    }

    private static Flux<RunEvent> events(LabClient client, String run) {
        return client.watch(new WatchRequest(run, null))
                .ofType(KeptEvent.OfRun.class)
                .map(KeptEvent.OfRun::event);
    }

    @ParameterizedTest
    @EnumSource
    void aRunStandsStillUntilItIsToldToGoOn(WireFormat format) {
        LabClient client = client(serve(open(), settings0()), ClientOptions.DEFAULT.with(format));
        String run = submit(client, ONE_BY_ONE);
        assertThat(client.steer(run, SteerCommand.PAUSE).block(PATIENCE)).isEqualTo(run);

        List<RunEvent> before = Objects.requireNonNull(events(client, run)
                .takeUntil(new TwoPulsesInARow()::end)
                .collectList()
                .block(PATIENCE));
        assertThat(before.getLast()).isInstanceOf(RunEvent.Pulse.class);
        assertThat(client.steer(run, SteerCommand.RESUME).block(PATIENCE)).isEqualTo(run);
        assertThat(events(client, run)
                        .ofType(RunEvent.TaskFinished.class)
                        .count()
                        .block(PATIENCE))
                .isEqualTo(TASKS);
        awaitState(client, run, RunState.COMPLETED);
    }

    /** Whether nothing came between the last two pulses; remembers the last event. */
    private static final class TwoPulsesInARow {

        private boolean lastIsPulse;

        boolean end(RunEvent event) {
            boolean found = lastIsPulse && event instanceof RunEvent.Pulse;
            lastIsPulse = event instanceof RunEvent.Pulse;
            return found;
        }
    }

    @Test
    void asManyTasksRunAtOnceAsItIsTold() {
        LabClient client = client(serve(open(), settings0()));
        String run = submit(client, sleeps(3, 3_600_000).withConcurrency(1));
        client.steer(run, SteerCommand.concurrency(3)).block(PATIENCE);

        assertThat(events(client, run)
                        .ofType(RunEvent.TaskStarted.class)
                        .map(RunEvent.TaskStarted::task)
                        .take(3)
                        .collectList()
                        .block(PATIENCE))
                .containsExactlyInAnyOrder(0, 1, 2);
        client.steer(run, SteerCommand.CANCEL).block(PATIENCE);
        awaitState(client, run, RunState.CANCELLED);
    }

    @Test
    void moreAtOnceThanTheServerAllowsIsRefused() {
        LabClient client = client(serve(open(), settings0()));
        String run = submit(client, LONG);
        assertThatThrownBy(() ->
                        client.steer(run, SteerCommand.concurrency(1_000_000)).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageContaining("concurrencyPerRun must be at most");
        client.cancel(run).block(PATIENCE);
    }

    @Test
    void aComparisonWhoseServerStopsIsCancelledAndNotBroken() {
        History history = open();
        LabServer server = serve(history, settings0());
        String comparison = Objects.requireNonNull(
                client(server).submit(Submission.of(comparison())).block(PATIENCE));
        server.stop(Duration.ZERO).block(PATIENCE);
        close(history);
        assertThat(kept(open(), comparison).state()).isEqualTo(RunState.CANCELLED);
    }

    private static ComparisonRequest comparison() {
        return ComparisonRequest.of("sleep")
                .with(Map.of("tasks", 4, "minMillis", 5, "maxMillis", 5))
                .on("immediate", "virtual")
                .rounds(1_000, 0);
    }

    @Test
    void whoeverCantBeToldSaysWhy() {
        LabClient client = client(serve(open(), settings0()));
        assertThatThrownBy(() -> client.steer("run-0", SteerCommand.PAUSE).block(PATIENCE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("there is no run run-0");

        String ended = submit(client, SLEEPS);
        awaitState(client, ended, RunState.COMPLETED);
        assertThatThrownBy(() -> client.steer(ended, SteerCommand.RESUME).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage(ended + " does not go on here: it is completed");

        String comparison = Objects.requireNonNull(
                client.submit(Submission.of(comparison())).block(PATIENCE));
        assertThatThrownBy(() -> client.steer(comparison, SteerCommand.PAUSE).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage(comparison + " is a comparison, which can be told to end: pause is for runs");
        client.steer(comparison, SteerCommand.CANCEL).block(PATIENCE);
        awaitState(client, comparison, RunState.CANCELLED);
    }
}
