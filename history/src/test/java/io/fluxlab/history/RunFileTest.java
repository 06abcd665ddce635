package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.history.file.KeptEventSink;
import io.fluxlab.history.file.MetricsFile;
import io.fluxlab.history.file.RunFile;
import io.fluxlab.history.file.TableFile;
import io.fluxlab.history.file.TraceFile;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Kept runs as files, and back. */
class RunFileTest extends HistoryFixture {

    private static byte[] file(History history, String run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KeptEventSink sink = RunFile.writer(out, kept(history, run))) {
            for (KeptEvent event : watch(history, run, 0).collectList().block(PATIENCE)) {
                sink.accept(event);
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatIsExportedIsKeptAgainElsewhereAsItWas() throws IOException {
        History history = open();
        String run = keep(history, run("run-1", 20_000));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(kept(history, run).state().isEnd()).isTrue());
        KeptRun was = kept(history, run);
        List<KeptEvent> events = watch(history, run, 0).collectList().block(PATIENCE);
        byte[] file = file(history, run);

        History other =
                open(HistorySettings.in(folder.resolve("other").toString()).waiting(400_000));
        RunFile.Opened opened = RunFile.read(new ByteArrayInputStream(file));
        other.restore(opened.run(), opened.events()).block(PATIENCE);

        assertThat(watch(other, run, 0).collectList().block(PATIENCE)).isEqualTo(events);
        KeptRun is = kept(other, run);
        assertThat(is.events().missing()).isZero();
        assertThat(is).usingRecursiveComparison().ignoringFields("events.bytes").isEqualTo(was);

        RunFile.Opened again = RunFile.read(new ByteArrayInputStream(file));
        assertThatThrownBy(() -> other.restore(again.run(), again.events()).block(PATIENCE))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessage("run-1 is kept already");
    }

    @Test
    void whatIsNoRunIsToldSo() {
        assertThatThrownBy(() -> RunFile.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    private static Flux<KeptEvent> threeTasks() {
        return Flux.just(
                        started("run-1"),
                        new TaskStarted(1, 1_000, 0, "first", "loop"),
                        new TaskStarted(2, 2_000, 1, "sec,ond", "loop"),
                        new TaskFinished(3, 5_000, 0, 1, 4_000, null),
                        new TaskStarted(4, 6_000, 2, "third", "loop"),
                        new TaskFinished(5, 9_000, 1, 1, 7_000, 3L),
                        new TaskFinished(6, 10_000, 2, 1, 4_000, null),
                        finished(7))
                .map(KeptEvent.OfRun::new);
    }

    @Test
    void aTraceHasATrackForEachThreadAndNoTwoTasksAtOnceOnIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KeptEventSink sink = new TraceFile(out)) {
            for (KeptEvent event : threeTasks().toIterable()) {
                sink.accept(event);
            }
        }
        JsonNode events = new ObjectMapper().readTree(out.toByteArray()).get("traceEvents");
        List<String> slices = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("ph").asText().equals("X"))
                .map(event -> event.get("name").asText() + " on " + event.get("tid") + " from " + event.get("ts")
                        + " for " + event.get("dur"))
                .toList();
        assertThat(slices)
                .containsExactly(
                        "first on 1 from 1.0 for 4.0", "sec,ond on 2 from 2.0 for 7.0", "third on 1 from 6.0 for 4.0");
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .filter(event -> event.get("name").asText().equals("thread_name"))
                        .map(event -> event.at("/args/name").asText()))
                .containsExactly("loop", "loop (2)");
    }

    @Test
    void aTableHasARowForEachTask() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KeptEventSink sink = new TableFile(out)) {
            for (KeptEvent event : threeTasks().toIterable()) {
                sink.accept(event);
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                task,label,worker,startedNanos,endedNanos,wallNanos,cpuNanos,items,error\r
                0,first,loop,1000,5000,4000,,1,\r
                1,"sec,ond",loop,2000,9000,7000,3,1,\r
                2,third,loop,6000,10000,4000,,1,\r
                """);
    }

    @Test
    void figuresAreOpenMetrics() {
        History history = open();
        String run = keep(history, run("run-1", 10));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(kept(history, run).state().isEnd()).isTrue());
        assertThat(MetricsFile.text(List.of(kept(history, run))))
                .contains("fluxlab_kept_time_seconds{run=\"run-1\",kind=\"run\",workload=\"count\",lane=\"virtual\","
                        + "commit=\"abc123\"} 0.005 ")
                .endsWith("# EOF\n");
    }
}
