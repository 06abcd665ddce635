package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.process.FaultyWorkload.Fault;
import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.Guests;
import io.fluxlab.run.Script;
import io.fluxlab.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Comparisons in which every run has a fresh JVM. */
class IsolationTest {

    private static final Duration LONG = Duration.ofSeconds(100);

    @TempDir
    private Path folder;

    @Test
    void everyRunHasAJvmOfItsOwn() {
        Board board = Board.at(folder.resolve("board"));
        Guests guests = new Guests(board);
        ComparisonRequest request = ComparisonRequest.of("contract")
                .with(ContractWorkload.parameters(Script.SIGNING, 1, "", board))
                .on("immediate", "parallel")
                .rounds(2, 0)
                .isolated();

        List<ComparisonEvent> events =
                LocalLab.create().compare(request).collectList().block(LONG);

        assertThat(events).last().isInstanceOf(ComparisonEvent.Verdict.class);
        assertThat(board.processes())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
        guests.leaveWithinASecond();
    }

    @Test
    void aWarmRoundHasAJvmForEachLaneInWhichItRunsAgainAndAgain() {
        Board board = Board.at(folder.resolve("board"));
        Guests guests = new Guests(board);
        ComparisonRequest request = ComparisonRequest.of("contract")
                .with(ContractWorkload.parameters(Script.SIGNING, 1, "", board))
                .on("immediate", "parallel")
                .rounds(1, 0)
                .isolatedWarm();

        List<ComparisonEvent> events =
                LocalLab.create().compare(request).collectList().block(LONG);

        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        ComparisonEvent.Verdict.class,
                        last -> assertThat(last.verdict().samples())
                                .as("a figure for each lane")
                                .hasSize(2));
        assertThat(Set.copyOf(board.processes()))
                .hasSize(2)
                .doesNotContain(ProcessHandle.current().pid());
        assertThat(events.stream()
                        .filter(ComparisonEvent.RoundStarted.class::isInstance)
                        .count())
                .as("runs that are told")
                .isGreaterThan(2)
                .as("runs, with those that warm up")
                .isLessThan(board.get(Count.GUESTS));
        guests.leaveWithinASecond();
    }

    @Test
    void warmIsForJvmsOfTheirOwn() {
        ComparisonRequest cold = ComparisonRequest.of("contract").on("immediate");
        ComparisonRequest request =
                ComparisonRequest.SCHEMA.read(Map.of("workload", cold.workload(), "lanes", cold.lanes(), "warm", true));

        assertThatThrownBy(() -> LocalLab.create().compare(request).blockLast(LONG))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields().get(0).field()).isEqualTo("warm"));
    }

    @Test
    void cancelEndsTheJvmOfTheRunThatGoesOn() {
        Board board = Board.at(folder.resolve("board"));
        Guests guests = new Guests();
        ComparisonRequest request = ComparisonRequest.of("faulty")
                .with(FaultyWorkload.parameters(Fault.HANGS, 1, board))
                .on("parallel")
                .isolated();

        Disposable comparison = LocalLab.create().compare(request).subscribe(event -> {}, error -> {});
        await().atMost(LONG).until(() -> board.get(Count.RAN) > 0);
        comparison.dispose();

        guests.leaveWithinASecond();
    }

    @Test
    void aWorkloadThatIsOnlyHereIsRefused() {
        Lab lab = LocalLab.builder()
                .workload(Workload.of("here", () -> Mono.empty()))
                .build();

        assertThatThrownBy(() -> lab.compare(
                                ComparisonRequest.of("here").on("immediate").isolated())
                        .blockLast(LONG))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields().get(0).field()).isEqualTo("isolate"));
    }
}
