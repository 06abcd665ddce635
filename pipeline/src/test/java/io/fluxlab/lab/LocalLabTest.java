package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class LocalLabTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final AtomicInteger calls = new AtomicInteger();
    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("own", calls::incrementAndGet))
            .workload(new Sums())
            .lane(new ClosedLane())
            .limits(RunLimits.NONE.withTasksPerRun(100))
            .build();

    @Test
    void listsTheUsersWorkloadsFirstAndSaysWhichLaneCannotBeUsed() {
        assertThat(lab.workloads().map(WorkloadInfo::name).collectList().block(SOON))
                .startsWith("own")
                .contains("sums");
        LaneInfo closed = lab.lanes()
                .filter(lane -> lane.name().equals("closed"))
                .single()
                .block(SOON);
        assertThat(closed).isEqualTo(new LaneInfo("closed", "never open", false, "it is Sunday"));
        assertThat(lab.lanes()
                        .filter(lane -> !lane.name().equals("closed"))
                        .collectList()
                        .block(SOON))
                .allSatisfy(lane -> {
                    assertThat(lane.available()).isTrue();
                    assertThat(lane.reason()).isNull();
                });
    }

    @Test
    void aRunIsColdAndCanBeHadAgain() {
        Flux<RunEvent> run = lab.run(RunRequest.of("own", "virtual").with(Map.of("tasks", 3, "calls", 1)));
        assertThat(calls).hasValue(0);

        List<RunEvent> first = run.collectList().block(SOON);
        List<RunEvent> second = run.collectList().block(SOON);

        assertThat(calls).hasValue(6);
        assertThat(((RunStarted) first.get(0)).run()).isNotEqualTo(((RunStarted) second.get(0)).run());
        assertThat(second).last().isInstanceOf(RunFinished.class);
    }

    @Test
    void mistakesAreLookedForWithoutAPlan() {
        var planned = new AtomicInteger();
        LocalLab dear = LocalLab.builder().workload(new DearPlan(planned)).build();

        assertThat(dear.mistakes(RunRequest.of("dear-plan", "virtual"))).isEmpty();
        assertThat(dear.mistakes(ComparisonRequest.of("dear-plan").on("virtual", "vitual")))
                .hasSize(1);
        assertThat(planned).hasValue(0);
    }

    /** A workload that counts its plans. */
    private record DearPlan(AtomicInteger planned) implements Workload<DearPlan.Parameters> {

        record Parameters() {}

        @Override
        public String name() {
            return "dear-plan";
        }

        @Override
        public String summary() {
            return "counts its plans";
        }

        @Override
        public Kind kind() {
            return Kind.CPU;
        }

        @Override
        public Parameters defaults() {
            return new Parameters();
        }

        @Override
        public Plan plan(Parameters parameters) {
            planned.incrementAndGet();
            throw new AssertionError("nothing is run here");
        }
    }

    @Test
    void everythingThatIsWrongWithARunIsSaidAtOnceAndNothingStarts() {
        RunRequest request = RunRequest.of("sums", "vitual").with(Map.of("upTp", 9, "tasks", 0));

        assertThat(mistakes(lab.run(request)))
                .containsOnlyKeys("lane", "parameters.upTp", "parameters.tasks")
                .containsEntry("lane", "unknown lane vitual; did you mean virtual?")
                .containsEntry("parameters.upTp", "upTp: no such parameter of sums; did you mean upTo?");
        assertThat(mistakes(lab.run(RunRequest.of("sms", "closed"))))
                .containsEntry("workload", "unknown workload sms; did you mean sums?")
                .containsEntry("lane", "the lane closed is not available: it is Sunday");
    }

    @Test
    void aParameterThatIsNullHasItsDefault() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tasks", null);

        RunStarted started = (RunStarted)
                lab.run(RunRequest.of("own", "virtual").with(parameters)).blockFirst(SOON);

        assertThat(started.parameters()).containsKey("tasks").doesNotContainValue(null);
        assertThat(ComparisonRequest.of("own").with(parameters).parameters()).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAComparisonIsSaidAtOnce() {
        ComparisonRequest request = ComparisonRequest.of("own")
                .with(Map.of("task", 1))
                .on("virtual", "paralel", "virtual")
                .baseline("immediate")
                .rounds(1, 0)
                .seed(1L)
                .sameWithin(0.6);

        assertThat(mistakes(lab.compare(request)))
                .containsOnlyKeys("lanes[1]", "lanes[2]", "baseline", "sameWithin", "parameters.task")
                .containsEntry("lanes[1]", "unknown lane paralel; did you mean parallel?")
                .containsEntry("lanes[2]", "virtual is there twice: name each lane once")
                .hasEntrySatisfying(
                        "sameWithin",
                        message -> assertThat(message)
                                .startsWith("sameWithin must be a number between 0.001 and 0.5, was 0.6 ("));
        assertThat(mistakes(lab.compare(ComparisonRequest.of("own")))).containsOnlyKeys("lanes");
    }

    @Test
    void moreTasksThanTheLimitAreRejectedByItsName() {
        RejectedRequestException run = catchThrowableOfType(
                RejectedRequestException.class,
                () -> lab.run(RunRequest.of("own", "virtual").with(Map.of("tasks", 101)))
                        .blockLast(SOON));
        RejectedRequestException comparison = catchThrowableOfType(
                RejectedRequestException.class,
                () -> lab.compare(ComparisonRequest.of("own").on("virtual").with(Map.of("tasks", 101)))
                        .blockLast(SOON));

        assertThat(run).hasMessage("tasksPerRun must be at most 100, was 101");
        assertThat(comparison).hasMessage(run.getMessage());
        assertThat(run.code()).isEqualTo("limit-exceeded");
        assertThat(calls).hasValue(0);
    }

    @Test
    void aLaneThatIsAddedTakesThePlaceOfItsNamesake() {
        LocalLab other = LocalLab.builder()
                .workload(new Sums())
                .lane(new ClosedLane() {
                    @Override
                    public String name() {
                        return "virtual";
                    }
                })
                .build();

        assertThat(mistakes(other.run(RunRequest.of("sums", "virtual")))).containsOnlyKeys("lane");
        assertThat(other.lanes()
                        .filter(lane -> lane.name().equals("virtual"))
                        .count()
                        .block(SOON))
                .isOne();
    }

    private static Map<String, String> mistakes(Publisher<?> asked) {
        InvalidRequestException error = catchThrowableOfType(
                InvalidRequestException.class, () -> Flux.from(asked).blockLast(SOON));
        assertThat(error).isNotNull();
        return error.fields().stream().collect(Collectors.toMap(FieldError::field, FieldError::message));
    }

    private static class ClosedLane implements Lane {
        @Override
        public String name() {
            return "closed";
        }

        @Override
        public String summary() {
            return "never open";
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.of("it is Sunday");
        }

        @Override
        public int concurrency(int tasks) {
            return 1;
        }

        @Override
        public LaneSession open(HomeLoop home, int concurrency) {
            return new VirtualLane().open(home, concurrency);
        }
    }
}
