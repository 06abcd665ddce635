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
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
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

    private static TraceMark mark(long atNanos, String thread, Kind kind, String name, String value) {
        return new TraceMark(atNanos, thread, kind, name, value);
    }

    /** Two threads under one lock, and a task that goes on where it did not start. */
    private static Flux<KeptEvent> tracedTasks() {
        return Flux.just(
                        started("run-1"),
                        new TaskTrace(
                                1,
                                9_000,
                                0,
                                List.of(
                                        mark(1_000, "a", Kind.HOLDING, "GIL", null),
                                        mark(2_000, "a", Kind.WROTE, "x", "3"),
                                        mark(3_000, "a", Kind.HANDED_OVER, "GIL", "b"),
                                        mark(3_500, "a", Kind.SLEEPING, null, null),
                                        mark(9_000, "a", Kind.ENDED, null, null)),
                                0),
                        new TaskTrace(
                                2,
                                9_500,
                                1,
                                List.of(
                                        mark(1_500, "b", Kind.WAITING, "GIL", null),
                                        mark(4_000, "b", Kind.HOLDING, "GIL", null),
                                        mark(5_000, "c", Kind.RUNNING, null, null),
                                        mark(6_000, "b", Kind.RELEASED, "GIL", null),
                                        mark(8_000, "b", Kind.ENDED, null, null)),
                                0),
                        finished(3))
                .map(KeptEvent.OfRun::new);
    }

    @Test
    void aTraceTellsWhatTracedThreadsDidWhoHadTheLockAndWhereATaskWentOn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KeptEventSink sink = new TraceFile(out)) {
            for (KeptEvent event : tracedTasks().toIterable()) {
                sink.accept(event);
            }
        }
        JsonNode events = new ObjectMapper().readTree(out.toByteArray()).get("traceEvents");
        List<String> told = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("pid").asInt() > 1)
                .map(event -> "%s %s:%s %s%s"
                        .formatted(
                                event.get("ph").asText(),
                                event.get("pid"),
                                event.get("tid"),
                                event.get("name").asText(),
                                event.has("ts")
                                        ? " " + event.get("ts") + (event.has("dur") ? " +" + event.get("dur") : "")
                                        : " " + event.at("/args/name").asText()))
                .toList();
        assertThat(told)
                .containsExactly(
                        "M 2:0 process_name what the threads did",
                        "M 2:1 thread_name a",
                        "X 2:1 running, holding GIL 1.0 +2.0",
                        "X 2:1 running 3.0 +0.5",
                        "X 2:1 sleeping 3.5 +5.5",
                        "i 2:1 wrote x = 3 2.0",
                        "M 2:2 thread_name b",
                        "X 2:2 waiting for GIL 1.5 +2.5",
                        "X 2:2 running, holding GIL 4.0 +2.0",
                        "X 2:2 running 6.0 +2.0",
                        "M 2:3 thread_name c",
                        "X 2:3 running 5.0 +3.0",
                        "M 3:0 process_name who has which lock",
                        "M 3:1 thread_name GIL",
                        "X 3:1 a 1.0 +2.0",
                        "X 3:1 b 4.0 +2.0",
                        "s 2:1 GIL 3.0",
                        "f 2:2 GIL 4.0",
                        "s 2:2 task 1 4.0",
                        "f 2:3 task 1 5.0");
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
