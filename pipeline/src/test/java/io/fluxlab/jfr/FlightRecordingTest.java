package io.fluxlab.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class FlightRecordingTest {

    private static final Set<String> LANES = Set.of("immediate", "virtual");

    @TempDir
    Path folder;

    private final Lab lab = LocalLab.builder()
            .workload(Workload.of("constant", () -> "done"))
            .workload(Workload.of("faulty", () -> Flux.error(new IllegalStateException("on purpose"))))
            .build();

    private List<RecordedEvent> recorded(Runnable work) throws IOException {
        Path file = folder.resolve("flight.jfr");
        try (Recording recording = new Recording()) {
            List.of("fluxlab.Task", "fluxlab.Run", "fluxlab.Round").forEach(recording::enable);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    /** A lab has runs of its own, too, by which it learns what a hop costs here: on other lanes. */
    private static List<RecordedEvent> of(List<RecordedEvent> all, String type) {
        return all.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .filter(event -> LANES.contains(event.getString("lane")))
                .toList();
    }

    private List<RunEvent> run(String workload) {
        return Objects.requireNonNull(lab.run(RunRequest.of(workload, "virtual").with(Map.of("tasks", 20)))
                .collectList()
                .block());
    }

    @Test
    void aRunAndEachOfItsTasksIsRecorded() throws IOException {
        List<RecordedEvent> all = recorded(() -> run("constant"));

        RecordedEvent run = of(all, "fluxlab.Run").get(0);
        List<RecordedEvent> tasks = of(all, "fluxlab.Task");
        assertThat(of(all, "fluxlab.Run")).hasSize(1);
        assertThat(run.getString("status")).isEqualTo("completed");
        assertThat(run.getString("workload")).isEqualTo("constant");
        assertThat(run.getString("lane")).isEqualTo("virtual");
        assertThat(run.getInt("tasks")).isEqualTo(20);
        assertThat(tasks.stream().map(task -> task.getInt("task")).distinct()).hasSize(20);
        assertThat(tasks).hasSize(20).allSatisfy(task -> {
            assertThat(task.getString("run")).isEqualTo(run.getString("run"));
            assertThat(task.getString("failure")).isNull();
            assertThat(task.getThread("startedOn").getJavaName()).startsWith("fluxlab-virtual");
            assertThat(task.getStartTime()).isBetween(run.getStartTime(), run.getEndTime());
            assertThat(task.getDuration()).isBetween(Duration.ZERO, run.getDuration());
        });
    }

    @Test
    void aTaskThatFailsIsRecordedWithItsError() throws IOException {
        List<RecordedEvent> all = recorded(() -> run("faulty"));

        assertThat(of(all, "fluxlab.Run").get(0).getString("status")).isEqualTo("failed");
        assertThat(of(all, "fluxlab.Task"))
                .hasSize(20)
                .allSatisfy(
                        task -> assertThat(task.getString("failure")).isEqualTo(IllegalStateException.class.getName()));
    }

    @Test
    void aRunThatNobodyWantsAnyMoreIsRecordedAsCancelled() throws IOException {
        List<RecordedEvent> all =
                recorded(() -> lab.run(RunRequest.of("constant", "virtual").with(Map.of("tasks", 20)))
                        .ofType(RunEvent.TaskStarted.class)
                        .blockFirst());

        assertThat(of(all, "fluxlab.Run"))
                .singleElement()
                .satisfies(run -> assertThat(run.getString("status")).isEqualTo("cancelled"));
    }

    @Test
    void eachTurnOfALaneIsRecorded() throws IOException {
        ComparisonRequest request = ComparisonRequest.of("constant")
                .with(Map.of("tasks", 2))
                .on("immediate", "virtual")
                .rounds(3, 1);
        List<ComparisonEvent> events = new ArrayList<>();
        List<RecordedEvent> rounds =
                of(recorded(() -> lab.compare(request).doOnNext(events::add).blockLast()), "fluxlab.Round");

        String comparison = ((ComparisonEvent.ComparisonStarted) events.get(0)).comparison();
        assertThat(rounds)
                .allSatisfy(round -> assertThat(round.getString("run")).isEqualTo(comparison));
        assertThat(rounds.stream()
                        .map(round -> round.getInt("round") + round.getString("lane") + round.getBoolean("warmup")))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .filter(ComparisonEvent.RoundStarted.class::isInstance)
                        .map(ComparisonEvent.RoundStarted.class::cast)
                        .map(round -> round.round() + round.lane() + round.warmup())
                        .toList());
    }

    @Test
    void aTurnIsOverBeforeWhatComesOfItsEnd() throws IOException {
        Path file = folder.resolve("turns.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("fluxlab.Round");
            recording.start();
            lab.compare(ComparisonRequest.of("constant")
                            .with(Map.of("tasks", 2))
                            .on("immediate", "virtual")
                            .rounds(2, 0))
                    .ofType(ComparisonEvent.Verdict.class)
                    .doOnNext(verdict -> recording.stop())
                    .blockLast();
            recording.dump(file);
        }

        assertThat(of(RecordingFile.readAllEvents(file), "fluxlab.Round")).hasSize(4);
    }

    @Test
    void whereNobodyRecordsNothingIsMade() {
        RecordedRun run = new RecordedRun("run-1", "constant", "virtual");

        run.begin();

        assertThat(run.task()).isSameAs(run.task()).isSameAs(RecordedTask.NOT_RECORDED);
    }
}
