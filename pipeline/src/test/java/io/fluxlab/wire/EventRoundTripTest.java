package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.Watching;
import io.fluxlab.diagnosis.Cause;
import io.fluxlab.diagnosis.Finding;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Proof.Side;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.diagnosis.Suspicion;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.load.BacklogSample;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunSnapshot;
import io.fluxlab.run.RunSnapshot.TaskEnd;
import io.fluxlab.run.RunSnapshot.TaskSnapshot;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.Wait;
import io.fluxlab.verdict.CallCosts;
import io.fluxlab.verdict.Ground;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneLoad;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.RunCost;
import io.fluxlab.verdict.Standing;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.verdict.Warning;
import io.fluxlab.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every record that travels comes out as it went in, with what it may leave out and without. */
class EventRoundTripTest {

    private static final Latency LATENCY = new Latency(1, 20, 300, 4_000);
    private static final List<CanaryReading> CANARIES = List.of(
            new CanaryReading(CanaryKind.TIMER, "parallel", true, LATENCY),
            new CanaryReading(CanaryKind.LOOP, "http-1", false, LATENCY));
    private static final RunEvent.Failure FAILURE =
            new RunEvent.Failure("task-failed", "no \"luck\"\n\u00e9\ud83d\ude80");
    private static final RunCost COST = new RunCost(5, 1.5, 6, 7, 8L, 9);
    private static final RunCost BARE_COST = new RunCost(5, 0, 6, 7, null, 0);

    private static final List<RunEvent> RUN = List.of(
            new RunEvent.RunStarted(
                    0, 0, "run-1", "primes", "parallel", Map.of("to", 5L, "ranges", List.of(Map.of("from", 1L))), 3),
            new RunEvent.TaskStarted(1, 10, 0, "primes 3\u201310000", "parallel-1"),
            new RunEvent.TaskProgress(4, 20, 0, 50, 100L, 2),
            new RunEvent.TaskProgress(5, 20, 0, Long.MAX_VALUE, null, 0),
            new RunEvent.TaskItems(6, 30, 0, 0, List.of(2L, "x", 0.5, true, List.of(1L), Map.of("a", 1L))),
            new RunEvent.TaskTrace(
                    6,
                    35,
                    0,
                    List.of(
                            new TraceMark(11, "parallel-1", TraceMark.Kind.HANDED_OVER, "GIL", "parallel-2"),
                            new TraceMark(12, "parallel-2", TraceMark.Kind.SLEEPING, null, null)),
                    3),
            new RunEvent.TaskTrace(6, 35, 0, List.of(), 0),
            new RunEvent.TaskFinished(7, 40, 0, 6, 30, 29L),
            new RunEvent.TaskFinished(8, 40, 1, 0, 30, null),
            new RunEvent.TaskFailed(9, 50, 2, FAILURE),
            new RunEvent.TaskSilent(9, 55, 0, 12, 0.25, 256, "bounded-elastic-1", List.of("a.B.c(B.java:1)"), 2),
            new RunEvent.TaskSilent(9, 55, 0, 12, 0, 0, null, List.of(), 0),
            new RunEvent.RunFinished(
                    13,
                    70,
                    RunEvent.Status.CANCELLED,
                    new RunSummary(3, 3, 0, 50, 60, 70, 3, null, 0, Latency.NONE),
                    FAILURE,
                    List.of(new RunEvent.Leftover(2, "virtual-1", List.of("a.B.c(B.java:1)")))),
            new RunEvent.Pulse(10, 60, LATENCY, 1.25, 12, 1_000_000, 3),
            new RunEvent.Pulse(11, 60, Latency.NONE, 0, 12, 1_000_000, 0),
            new RunEvent.Pulse(
                    12,
                    60,
                    LATENCY,
                    0,
                    12,
                    1_000_000,
                    0,
                    List.of(new CanaryReading(CanaryKind.TIMER, "parallel", true, LATENCY))),
            new RunEvent.RunFinished(
                    12, 70, RunEvent.Status.FAILED, new RunSummary(3, 1, 6, 50, 60, 70, 3, 8L, 2, LATENCY), null),
            new RunEvent.RunFinished(
                    13,
                    70,
                    RunEvent.Status.CANCELLED,
                    new RunSummary(3, 3, 0, 50, 60, 70, 3, null, 0, Latency.NONE),
                    FAILURE));

    private static final LatencyProfile PROFILE = new LatencyProfile(2, 1, 3, 4, 5, 6, 7);
    private static final LaneLoad LANE_LOAD = new LaneLoad("p99", PROFILE, 50, 49.5, 3L);
    private static final LoadSummary LOAD = new LoadSummary(
            100,
            90,
            4,
            3,
            3,
            2,
            true,
            0.5,
            50,
            49.5,
            PROFILE,
            new LoadSummary.Judged("p99", 4, 3, 6, 7, 299),
            List.of(new LoadSummary.Judged("p95", 3, 2, 4, 7, 59)),
            LATENCY,
            List.of(new BacklogSample(10, 2, 1)));

    private static final Verdict VERDICT = new Verdict(
            List.of(
                    new LaneVerdict(
                            new Standing("immediate", 6, 100, 1, 1.0, 1.0), Outcome.BASELINE, null, LATENCY, COST),
                    new LaneVerdict(
                            new Standing("virtual", 1, 100, 0.9, null, null), Outcome.CANT_TELL, 40, null, BARE_COST),
                    new LaneVerdict(
                            new Standing("parallel", 1, 100, 0.9, null, null),
                            Outcome.CANT_TELL,
                            40,
                            null,
                            BARE_COST,
                            List.of(new PlaceOfWork("parallel", Position.ELSEWHERE, 2, 3, null)),
                            List.of(
                                    new Wait(Wait.Kind.LOCK, "a.Lock", List.of("a.B.c(B.java:1)"), 3),
                                    new Wait(Wait.Kind.UNKNOWN, null, List.of(), 1)),
                            new CallCosts(500, 7_000L),
                            LANE_LOAD,
                            CANARIES,
                            new NetworkUse(310_000L, 12_000, 40_000))),
            "immediate",
            null,
            Ground.THREADS,
            "virtual",
            "because",
            List.of(new Warning("too-few-rounds", "6 rounds")),
            List.of(
                    new LaneSample("immediate", 1, 100, COST, LATENCY),
                    new LaneSample("virtual", 1, 90, BARE_COST, null, LOAD, CANARIES, new NetworkUse(null, 1, 2))),
            null,
            List.of(
                    new LaneFailure(
                            "parallel", 3, 64, "task-failed", "boom", List.of("com.acme.Orders.load(Orders.java:7)")),
                    new LaneFailure("gil", 1, 1, "limit-exceeded", "late", List.of())),
            List.of(new LaneBehind("event-loop", 2, 50, 30.5, 19.5, 3, 7, LATENCY, CANARIES)),
            List.of(new PlacementFinding(
                    "parse@parallel",
                    "parse",
                    true,
                    1,
                    List.of(new PlacementFinding.StageShare(
                            "parse", "parallel", 1, 0.5, 0.9, 5, 6, 7, 1, 8L, 256, 1.5, 3, 2)))));

    private static final Verdict ABSTENTION = new Verdict(
            VERDICT.lanes(), null, "single-round", Ground.SPEED, null, "because", List.of(), VERDICT.samples());

    private static Stream<ComparisonEvent> comparison() {
        Stream<ComparisonEvent> own = Stream.of(
                new ComparisonEvent.ComparisonStarted(
                        0,
                        1,
                        "comparison-1",
                        "primes",
                        Map.of("to", 5L),
                        3,
                        List.of("immediate", "virtual"),
                        "immediate",
                        new ComparisonEvent.Design(6, 1, 15_000L, 42, true, 0.05),
                        new ComparisonEvent.Machine("Linux", "a CPU", 2, "25", 1_000)),
                new ComparisonEvent.ComparisonStarted(
                        1,
                        1,
                        "comparison-1",
                        "primes",
                        Map.of(),
                        3,
                        List.of("immediate"),
                        "immediate",
                        new ComparisonEvent.Design(null, null, null, Long.MIN_VALUE, null, null),
                        new ComparisonEvent.Machine("Linux", "a CPU", 2, "25", 1_000)),
                new ComparisonEvent.RoundStarted(2, 3, 1, "virtual", true),
                new ComparisonEvent.RunProgress(
                        3,
                        4,
                        1,
                        "virtual",
                        new RunSnapshot(
                                5,
                                3,
                                3,
                                2,
                                1,
                                40,
                                List.of(
                                        new TaskSnapshot(0, "one", "virtual-1", 1, 3L, 4L, null),
                                        new TaskSnapshot(1, "two", "v", 1, null, null, new TaskEnd(2, 40, null)),
                                        new TaskSnapshot(
                                                2,
                                                "three",
                                                "v",
                                                1,
                                                null,
                                                null,
                                                new TaskEnd(2, 0, new Failure("task-failed", "oh")))))),
                new ComparisonEvent.Standings(
                        3,
                        4,
                        1,
                        List.of(
                                new Standing("immediate", 6, 100, 1, 1.0, 1.0),
                                new Standing("virtual", 1, 100, 0.9, null, null)),
                        List.of(new ComparisonEvent.Standings.Figure("virtual", 90))),
                new ComparisonEvent.Found(
                        4,
                        5,
                        "virtual",
                        new Finding(
                                new Suspicion(
                                        Cause.SERIALISED, "lock", 0.9, null, List.of("a.B.c"), Map.of("waiting", 7.5)),
                                List.of(Cause.WAITING),
                                List.of(Cause.CPU_BOUND),
                                Remedy.atMost("virtual", 16)),
                        "one at a time",
                        new Watching(3, 700, 1.1, 20, 40)),
                new ComparisonEvent.Proved(
                        4,
                        5,
                        "virtual",
                        Proof.of(Remedy.lane("parallel"), new Side(4, 2, null), new Side(4, 0, 7L), null, null, null),
                        "it helps"),
                new ComparisonEvent.Verdict(4, 5, VERDICT),
                new ComparisonEvent.Verdict(4, 5, ABSTENTION));
        return Stream.concat(own, RUN.stream().map(event -> new ComparisonEvent.OfRun(5, 6, 1, "virtual", event)));
    }

    @ParameterizedTest
    @EnumSource
    void runEvents(WireFormat format) {
        assertThat(RUN)
                .allSatisfy(event -> assertThat(format.read(format.write(event), RunEvent.class))
                        .isEqualTo(event));
    }

    @ParameterizedTest
    @EnumSource
    void comparisonEvents(WireFormat format) {
        assertThat(comparison())
                .allSatisfy(event -> assertThat(format.read(format.write(event), ComparisonEvent.class))
                        .isEqualTo(event));
    }

    @Test
    void noEventIsForgotten() {
        assertThat(RUN.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(RunEvent.class.getPermittedSubclasses()));
        assertThat(comparison().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ComparisonEvent.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void whatALabHas(WireFormat format) {
        LaneInfo lane = new LaneInfo("process", "in child JVMs", false, "no fork here");
        List<WorkloadInfo> workloads = LocalLab.builder()
                .workload(Workload.of("own", () -> "item"))
                .build()
                .workloads()
                .collectList()
                .block();

        assertThat(format.read(format.write(lane), LaneInfo.class)).isEqualTo(lane);
        assertThat(workloads).isNotEmpty().allSatisfy(workload -> {
            WorkloadInfo read = format.read(format.write(workload), WorkloadInfo.class);
            assertThat(format.write(read)).isEqualTo(format.write(workload));
            assertThat(read.kind()).isEqualTo(workload.kind());
        });
    }
}
