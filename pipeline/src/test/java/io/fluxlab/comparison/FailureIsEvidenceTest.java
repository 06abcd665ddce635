package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.BoundedElasticLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.run.Tasks;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.example.orders.Orders;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FailureIsEvidenceTest {

    private static final List<Lane> LANES = List.of(new BoundedElasticLane(), new ParallelLane(), new VirtualLane());
    private static final int TASKS = 10;

    @Test
    void theComparisonGoesOnWithTheLanesThatDidNotFailAndCountsTheTasksThatDid() {
        Verdict verdict = compare((task, context) -> Mono.fromCallable(() -> Orders.loadUnlessNonBlocking(task)));

        assertThat(verdict.lanes()).extracting(LaneVerdict::lane).containsExactly("bounded-elastic", "virtual");
        assertThat(verdict.lanes())
                .allSatisfy(lane -> assertThat(lane.standing().rounds()).isEqualTo(2));
        assertThat(verdict.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.lane()).isEqualTo("parallel");
            assertThat(failure.failed()).isEqualTo(TASKS / 2);
            assertThat(failure.tasks()).isEqualTo(TASKS);
        });
        assertThat(verdict.reason()).contains("parallel has no outcome: 5 of 10 tasks failed on it.");
    }

    @Test
    void blockingWhereThatIsAMistakeFailsOnThatLaneAlone() {
        Verdict verdict = compare((task, context) -> Mono.fromCallable(Orders::await));

        assertThat(verdict.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.lane()).isEqualTo("parallel");
            assertThat(failure.message()).contains("are blocking, which is not supported in thread");
            assertThat(failure.at().get(0)).startsWith("org.example.orders.Orders.await(Orders.java:");
        });
    }

    @Test
    void boomIsSaidWithTheLineOfTheUsersCodeAndThatNoLaneIsToBlame() {
        Verdict verdict = compare((task, context) -> Mono.fromCallable(Orders::load));

        assertThat(verdict.failures())
                .extracting(LaneFailure::lane)
                .containsExactlyInAnyOrder("bounded-elastic", "parallel", "virtual");
        assertThat(verdict.failures()).allSatisfy(failure -> {
            assertThat(failure.message()).isEqualTo("IllegalStateException: boom");
            assertThat(failure.at())
                    .singleElement()
                    .asString()
                    .matches("org\\.example\\.orders\\.Orders\\.load\\(Orders\\.java:\\d+\\)");
        });
        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.reason()).contains("none of the lanes' doing");
    }

    private static Verdict compare(Tasks.Body body) {
        ComparisonSetup setup = new ComparisonSetup(
                "comparison-1",
                ComparisonRequest.of("trial")
                        .on("bounded-elastic", "parallel", "virtual")
                        .rounds(2, 0),
                () -> new Subject("trial", Map.of(), Tasks.of(TASKS, body)),
                LANES,
                new ComparisonSetup.Place(Optional.empty(), Optional.empty(), Lease.NONE));
        return Comparison.run(setup)
                .ofType(ComparisonEvent.Verdict.class)
                .single()
                .map(ComparisonEvent.Verdict::verdict)
                .block(Duration.ofSeconds(60));
    }
}
