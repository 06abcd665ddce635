package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneContract;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.run.Script;
import io.fluxlab.run.Story;
import io.fluxlab.run.TracesFromElsewhere;
import io.fluxlab.run.Trial;
import io.fluxlab.testing.MachineTime;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class ProcessLaneTest extends LaneContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Override
    protected Lane lane() {
        return new ProcessLane();
    }

    /** The folder for temporary files is this module's own: see its pom. */
    @AfterEach
    void nothingIsLeftInTheFileSystem() {
        MachineTime.within(Duration.ofSeconds(2), () -> assertThat(left()).isEmpty());
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("fluxlab-\\d+"))
                    .toList();
        }
    }

    @Test
    void workersAreProcessesThatLiveOnBetweenTasks() {
        Story story = trial(Script.JUST, 20).atMost(2).story();

        Set<String> workers =
                story.all(TaskStarted.class).stream().map(TaskStarted::worker).collect(Collectors.toSet());
        assertThat(workers).hasSizeBetween(1, 2).allMatch(name -> name.matches("pid \\d+ worker"));
        assertThat(workers)
                .noneMatch(
                        name -> Signals.pidOf(name) == ProcessHandle.current().pid());
    }

    @Test
    void contextTravelsWithItsTypes() {
        Map<Object, Object> context = Map.of("decimal", 1.5, "truth", true, "list", List.of("a", 2));

        for (Map.Entry<Object, Object> entry : context.entrySet()) {
            Story story = Story.of(trial(Script.CONTEXT, 1, String.valueOf(entry.getKey()))
                    .events()
                    .contextWrite(Context.of(context))
                    .collectList()
                    .block(LONG));

            assertThat(story.items().get(0)).containsExactly(entry.getValue(), context.size());
        }
    }

    @Test
    void contextThatCanNotTravelFailsTheTaskAndNamesItsKey() {
        Story story = Story.of(trial(Script.JUST, 3)
                .atMost(2)
                .events()
                .contextWrite(context -> context.put("tracing-span", new Thread()))
                .collectList()
                .block(LONG));

        assertThat(story.end().status()).isEqualTo(Status.FAILED);
        assertThat(story.all(TaskFailed.class))
                .hasSize(3)
                .allSatisfy(failed -> assertThat(failed.error().message())
                        .contains("what the subscriber's context has under tracing-span (java.lang.Thread)"
                                + " can't travel to another process"));
    }

    @Test
    void whatThreadsDoInAChildIsTold() {
        TracesFromElsewhere.areToldOn(lane(), board());
    }

    @Test
    void aChildTellsNothingWhereNobodyAsked() {
        Story story = trial(Script.TRACING, 2).atMost(1).story();

        assertThat(story.all(TaskTrace.class)).isEmpty();
        assertThat(story.items().get(0)).containsExactly(false);
    }

    @Test
    void whatChildrenUseIsInTheFigures() {
        RunRequest request = RunRequest.of("count", "process").with(Map.of("tasks", 2, "n", 500_000_000L));

        Story story = Story.of(LocalLab.create().run(request).collectList().block(LONG));

        RunSummary summary = story.end().summary();
        long ofTasks = story.all(TaskFinished.class).stream()
                .mapToLong(TaskFinished::cpuNanos)
                .sum();
        assertThat(ofTasks).isPositive();
        assertThat(summary.cpuNanos()).isGreaterThanOrEqualTo(ofTasks);
        assertThat(summary.peakThreads()).isGreaterThan(4);
    }

    @Test
    void aKeptLaneKeepsItsChildrenFromRunToRun() {
        Guests guests = new Guests(board());
        KeptLane kept = lane().keep().orElseThrow();

        Set<String> first = workers(kept.lane(), 2);
        Set<String> second = workers(kept.lane(), 2);

        assertThat(second).isSubsetOf(first);
        kept.close().block(LONG);
        guests.leaveWithinASecond();
    }

    private Set<String> workers(Lane lane, int tasks) {
        Story story = Trial.of(ContractWorkload.subject(Script.JUST, tasks, "", board()), lane)
                .story();
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        return story.all(TaskStarted.class).stream().map(TaskStarted::worker).collect(Collectors.toSet());
    }

    @Test
    void aWorkloadThatIsOnlyHereIsRefusedBeforeAnythingStarts() {
        Guests guests = new Guests(board());
        Lab lab = LocalLab.builder()
                .workload(Workload.of("here", () -> Mono.empty()))
                .build();

        assertThatThrownBy(() -> lab.run(RunRequest.of("here", "process")).blockLast(LONG))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("can't run here")
                .hasMessageContaining("META-INF/services");
        assertThatThrownBy(() -> lab.compare(ComparisonRequest.of("here").on("immediate", "process"))
                        .blockLast(LONG))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields().get(0).field()).isEqualTo("lanes[1]"));
        guests.leaveWithinASecond();
    }
}
