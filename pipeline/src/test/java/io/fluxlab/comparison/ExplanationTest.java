package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.diagnosis.Cause;
import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.example.bodies.Bodies;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final List<Found> found = new ArrayList<>();

    @Test
    void lanesAreExplainedAlsoWhereTheyHaveNoTimeToBeHeldAgainstEachOther() {
        assertThatExceptionOfType(TimeTooShortException.class)
                .isThrownBy(() -> explain(
                        Bodies::sleeps,
                        ComparisonRequest.of("body")
                                .on("virtual", "bounded-elastic")
                                .maxTimeMillis(1L)));

        assertThat(found).extracting(Found::lane).containsExactly("virtual", "bounded-elastic");
    }

    @Test
    void threadsThatCanNotBeStoppedAreFoundToBeSilentOrToComputeWithoutAnEnd() {
        assertThat(leftBehind(100, new TaskSilent(2, 1, 0, 2_000_000_000L, 0.0, 1, "lane-1", List.of(), 0)))
                .get(InstanceOfAssertFactories.type(Found.class))
                .satisfies(each -> {
                    assertThat(each.finding().cause()).isEqualTo(Cause.SILENT);
                    assertThat(each.finding().suspicion().at()).containsExactly("Orders.join(Orders.java:7)");
                });
        assertThat(leftBehind(100, new TaskFinished(2, 1, 0, 1, 30, null)))
                .get(InstanceOfAssertFactories.type(Found.class))
                .satisfies(each -> {
                    assertThat(each.finding().cause()).isEqualTo(Cause.SILENT);
                    assertThat(each.finding().suspicion().detail()).isEqualTo("no-end");
                });
    }

    @Test
    void threadsThatMayBeAboutToEndWhatOthersHaveEndedAreNotSaidToComputeForEver() {
        assertThat(leftBehind(80, new TaskFinished(2, 1, 0, 1, 30, null)))
                .get(InstanceOfAssertFactories.type(Found.class))
                .satisfies(each -> {
                    assertThat(each.finding().cause()).isEqualTo(Cause.UNKNOWN);
                    assertThat(each.finding().suspicion().detail()).isEqualTo("too-long");
                });
    }

    private static Optional<ComparisonEvent> leftBehind(long wallNanos, RunEvent before) {
        ComparisonState state =
                new ComparisonState(ComparisonStates.setup(2, 0, null, 1L, Optional.empty()), () -> 0, () -> 0);
        Turn turn = state.nextRound(false).get(0);
        state.run(turn);
        state.accept(turn, before);
        RunFinished end = ComparisonStates.finished(Status.CANCELLED, wallNanos, null);
        state.accept(
                turn,
                new RunFinished(
                        3,
                        1,
                        end.status(),
                        end.summary(),
                        null,
                        List.of(new Leftover(0, "lane-1", List.of("Orders.join(Orders.java:7)")))));
        return state.silenceLeft();
    }

    private void explain(Callable<?> body, ComparisonRequest request) {
        LocalLab.builder()
                .workload(Workload.of("body", body))
                .build()
                .compare(request.with(Map.of("tasks", 8, "calls", 1)).explained())
                .ofType(Found.class)
                .doOnNext(found::add)
                .blockLast();
    }
}
