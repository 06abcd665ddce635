package io.fluxlab.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunRequest;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PlacementsTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final LocalLab lab = LocalLab.builder()
            .workload(Stages.from("fetch", () -> Mono.delay(Duration.ofMillis(50)))
                    .then("parse", order -> order + 1)
                    .then("store", order -> order)
                    .tasks(4)
                    .as("own"))
            .workload(Workload.of("plain", () -> 1))
            .build();

    @Test
    void labListsTheStagesThatCanBePlaced() {
        assertThat(stages("own")).containsExactly("fetch", "parse", "store");
        assertThat(stages("plain")).isEmpty();
    }

    private List<String> stages(String workload) {
        return lab.workloads()
                .filter(each -> each.name().equals(workload))
                .single()
                .map(WorkloadInfo::stages)
                .block(SOON);
    }

    @Test
    void mistakesSayWhatIsWrongAndWhatWouldBeRight() {
        assertThat(lab.mistakes(ComparisonRequest.of("own")
                        .placements(
                                "prase@parallel",
                                "parse@paralel",
                                "parse",
                                "parse@parallel,parse@virtual",
                                "parse@gil")))
                .extracting(FieldError::field, FieldError::message)
                .contains(
                        tuple("placements[0]", "unknown stage prase; did you mean parse?"),
                        tuple("placements[1]", "unknown lane paralel; did you mean parallel?"),
                        tuple("placements[3]", "the stage parse is placed twice: place each once"))
                .anySatisfy(error -> assertThat(error.toList().get(1).toString())
                        .contains("the lane gil is no scheduler of this JVM"));
        assertThat(lab.mistakes(ComparisonRequest.of("plain").placements("a@parallel")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("only a workload with stages"));
        assertThat(lab.mistakes(RunRequest.of("own", "x").placed("parse@")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("placement");
                    assertThat(error.message()).contains("must be stage@lane, was \"parse@\"");
                });
    }

    @Test
    void aRequestThatPlacesStagesNeedsNoLane() {
        assertThat(ComparisonRequest.SCHEMA
                        .read(Map.of("workload", "own", "placements", List.of("parallel")))
                        .lanes())
                .containsExactly("parallel");
        assertThat(RunRequest.SCHEMA
                        .read(Map.of("workload", "own", "placement", "parallel"))
                        .placement())
                .isEqualTo("parallel");
        assertThat(RunRequest.SCHEMA.tryRead(Map.of("workload", "own")).errors())
                .extracting(FieldError::field)
                .containsExactly("lane");
    }

    @Test
    void oneLaneAloneIsForAllStagesAndIsTheSameAsNamingThemAll() {
        assertThat(lab.mistakes(ComparisonRequest.of("own")
                        .placements("parallel", "fetch@parallel,parse@parallel,store@parallel")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("is the same lane as parallel"));
    }

    @Test
    void theSearchLeavesWhatIsAsynchronousOnTheLoopAndTellsOfEachStage() {
        List<ComparisonEvent> events = lab.compare(
                        ComparisonRequest.of("own").placements("best").rounds(2, 1))
                .collectList()
                .block(SOON);

        assertThat(((ComparisonStarted) events.get(0)).lanes()).hasSize(27);
        Set<String> counted = events.stream()
                .filter(event -> event instanceof RoundStarted started && !started.warmup())
                .map(event -> ((RoundStarted) event).lane())
                .collect(Collectors.toSet());
        assertThat(counted).hasSize(9).allMatch(lane -> lane.startsWith("fetch@event-loop,"));
        List<PlacementFinding> placements = events.stream()
                .filter(ComparisonEvent.Verdict.class::isInstance)
                .map(event -> ((ComparisonEvent.Verdict) event).verdict().placements())
                .findFirst()
                .orElseThrow();
        assertThat(placements).hasSize(9).allSatisfy(placement -> {
            assertThat(placement.stages())
                    .extracting(PlacementFinding.StageShare::stage)
                    .containsExactly("fetch", "parse", "store");
            assertThat(placement.decides()).isEqualTo("fetch");
            assertThat(placement.stages().stream()
                            .mapToDouble(PlacementFinding.StageShare::timeShare)
                            .sum())
                    .isBetween(0.99, 1.01);
        });
    }

    @Test
    void stagesThatBlockArePlacedWhereTheyHoldUpNobody() {
        String placed = "fetch@event-loop,parse@parallel,store@bounded-elastic";
        LocalLab blocking = LocalLab.builder()
                .workload(Stages.from("fetch", () -> Mono.delay(Duration.ofMillis(20)))
                        .then("parse", order -> asleep(2))
                        .then("store", order -> asleep(10))
                        .tasks(40)
                        .as("blocking"))
                .build();

        Verdict verdict = blocking.compare(ComparisonRequest.of("blocking")
                        .placements("parallel", placed)
                        .rounds(5, 1))
                .ofType(ComparisonEvent.Verdict.class)
                .blockLast(SOON)
                .verdict();

        assertThat(verdict.lanes())
                .filteredOn(lane -> lane.lane().equals(placed))
                .singleElement()
                .satisfies(lane -> assertThat(lane.standing().ratio()).isLessThan(0.8));
        assertThat(verdict.recommended()).isIn(placed, null);
        if (verdict.recommended() != null) {
            assertThat(verdict.recommendation().code())
                    .contains("Schedulers.newParallel(\"blocking-parse\")", "Schedulers.boundedElastic()")
                    .contains("parse(afterFetch)).subscribeOn(parseScheduler)")
                    .contains("store(afterParse)).subscribeOn(storeScheduler)");
        }
    }

    private static long asleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return millis;
    }

    @Test
    void aRequestNamesLanesOrPlacements() {
        assertThat(lab.mistakes(ComparisonRequest.of("own").on("virtual").placements("parallel", "parse@virtual")))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple(
                        "lanes", "placements name the lanes themselves: leave lanes or placements away, was virtual"));
        assertThat(lab.mistakes(ComparisonRequest.of("own").placements("best", "parallel")))
                .extracting(FieldError::message)
                .containsExactly("best looks for the best of all placements: it is no placement beside others");
        assertThat(lab.mistakes(ComparisonRequest.of("own").on("gil").placements("best")))
                .extracting(FieldError::field)
                .containsExactly("lanes[0]");
        assertThat(lab.mistakes(ComparisonRequest.of("onw").placements("parallel")))
                .extracting(FieldError::field)
                .containsExactly("workload");
    }
}
