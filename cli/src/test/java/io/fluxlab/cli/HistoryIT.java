package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.client.LabClient;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.WatchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;

/** Runs that are kept by a served lab in a process of its own, and by a command. */
class HistoryIT {

    /** How often a server is killed: -Dfluxlab.kills=100 takes its time. */
    private static final int KILLS = Integer.getInteger("fluxlab.kills", 2);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    Path folder;

    private String data;

    @BeforeEach
    void choose() {
        data = folder.resolve("kept").toString();
    }

    private FluxlabProcess serve() throws IOException {
        return FluxlabProcess.start(
                folder,
                Map.of(),
                FluxlabProcess.command("serve", "--port", "0", "--http-port", "0", "--json", "--data", data));
    }

    private static String tcp(FluxlabProcess server) throws IOException {
        await().atMost(ServeProcess.PATIENCE).until(() -> server.out().endsWith("\n") || !server.isAlive());
        assertThat(server.out()).as(server.err()).contains("listening");
        return new ObjectMapper().readTree(server.out()).at("/tcp").asText();
    }

    private static CommandRun ran(String... args) {
        CommandRun run = CommandRun.of(args);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private JsonNode kept(String run, String... where) throws IOException {
        List<String> args = new ArrayList<>(List.of("history", "show", run, "--json"));
        args.addAll(List.of(where));
        return new ObjectMapper().readTree(ran(args.toArray(String[]::new)).out());
    }

    @Test
    void whatIsDetachedIsWatchedListedAndForgotten() throws Exception {
        try (var server = serve()) {
            String lab = tcp(server);
            String run = ran(
                            "run",
                            "count",
                            "-p",
                            "n=5",
                            "--lane",
                            "virtual",
                            "--detach",
                            "--note",
                            "five",
                            "--server",
                            lab)
                    .out()
                    .strip();
            assertThat(ran("watch", run, "--server", lab).outLines()).containsExactly("0", "0");
            assertThat(ran("watch", run, "--json", "--server", lab).outLines())
                    .first()
                    .asString()
                    .startsWith("{\"type\":\"run-started\",\"seq\":0,")
                    .contains(run);
            assertThat(ran("watch", run, "--json", "--from", "2", "--server", lab)
                            .outLines())
                    .first()
                    .asString()
                    .contains("\"seq\":2,");
            String comparison = ran(
                            "compare",
                            "sleep",
                            "-p",
                            "maxMillis=2",
                            "-p",
                            "minMillis=2",
                            "--lanes",
                            "immediate,virtual",
                            "--rounds",
                            "3",
                            "--detach",
                            "--server",
                            lab)
                    .out()
                    .strip();
            assertThat(CommandRun.of("watch", comparison, "--server", lab).out())
                    .contains("immediate", "virtual", "baseline");

            assertThat(ran("history", "list", "--server", lab).out())
                    .containsSubsequence(comparison, "sleep", run, "count", "five");
            assertThat(ran("history", "list", "--kind", "comparison", "--server", lab)
                            .out())
                    .contains(comparison)
                    .doesNotContain(run);
            ran("history", "annotate", run, "five of them", "--server", lab);
            assertThat(ran("history", "show", run.substring(0, 8), "--server", lab)
                            .out())
                    .contains("five of them");

            var open = CommandRun.of("history", "list", "--data", data);
            assertThat(open.status()).isEqualTo(2);
            assertThat(open.err()).contains("are open in another process");

            ran("history", "rm", run, "--server", lab);
            assertThat(ran("history", "list", "--server", lab).out()).doesNotContain(run);
            server.signal("TERM");
            assertThat(server.status()).isZero();
        }
        assertThat(ran("history", "list", "--data", data).outLines()).hasSize(2);
    }

    @Test
    void aScenarioIsDetachedWithItsGuessesAndWatchedAsItRuns() throws Exception {
        try (var server = serve()) {
            String lab = tcp(server);
            String run = ran(
                            "scenario",
                            "run",
                            "first-thread",
                            "--quick",
                            "--guess",
                            "before=Anna: b, a x2",
                            "--detach",
                            "--note",
                            "class",
                            "--server",
                            lab)
                    .out()
                    .strip();
            assertThat(run).startsWith("scenario-");
            var watched = CommandRun.of("watch", run, "--server", lab);
            assertThat(watched.out()).contains("Guesses, and what came out", "Anna");
            List<String> lines = ran("watch", run, "--json", "--server", lab).outLines();
            assertThat(lines.get(0))
                    .startsWith("{\"type\":\"scenario-started\",\"seq\":0,")
                    .contains(run);
            assertThat(lines.getLast()).startsWith("{\"type\":\"scenario-finished\",");
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("{\"type\":\"revealed\",")
                            .contains("\"who\":\"Anna\""));

            JsonNode kept = kept(run, "--server", lab);
            assertThat(kept.at("/work/kind").asText()).isEqualTo("scenario");
            assertThat(kept.at("/work/workload").asText()).isEqualTo("first-thread");
            assertThat(kept.at("/outcome/figures/held").asInt()
                            + kept.at("/outcome/figures/failed").asInt()
                            + kept.at("/outcome/figures/undecided").asInt())
                    .isEqualTo((int) lines.stream()
                            .filter(line -> line.startsWith("{\"type\":\"judged\","))
                            .count());
            assertThat(ran("history", "list", "--kind", "scenario", "--server", lab)
                            .out())
                    .contains(run, "first-thread", " held", "class");

            assertThat(CommandRun.of("scenario", "run", "frist-thread", "--detach", "--server", lab)
                            .err())
                    .contains("unknown scenario frist-thread", "first-thread");
        }
    }

    @Test
    void aSearchIsDetachedAndListedWithWhatEachLaneBears() throws Exception {
        try (var server = serve()) {
            String lab = tcp(server);
            String run = ran(
                            "capacity",
                            "sleep",
                            "-p",
                            "minMillis=1",
                            "-p",
                            "maxMillis=1",
                            "-p",
                            "style=async",
                            "--slo",
                            "p50 < 1s",
                            "--lanes",
                            "virtual",
                            "--from",
                            "20/s",
                            "--to",
                            "20/s",
                            "--duration",
                            "1s",
                            "--detach",
                            "--server",
                            lab)
                    .out()
                    .strip();
            assertThat(run).startsWith("capacity-");
            assertThat(CommandRun.of("watch", run, "--server", lab).out()).contains("virtual", "20/s");
            assertThat(kept(run, "--server", lab).at("/outcome/figures/virtual").asDouble())
                    .isEqualTo(20);
            assertThat(ran("history", "list", "--kind", "capacity", "--server", lab)
                            .out())
                    .contains(run, "virtual 20/s");
        }
    }

    @Test
    void aDetachedRunIsCancelledByItsName() throws Exception {
        try (var server = serve()) {
            String lab = tcp(server);
            String run = ran(
                            "run",
                            "sleep",
                            "-p",
                            "minMillis=600000",
                            "-p",
                            "maxMillis=600000",
                            "--detach",
                            "--server",
                            lab)
                    .out()
                    .strip();
            ran("cancel", run, "--server", lab);
            await().atMost(ServeProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    kept(run, "--server", lab).at("/state").asText())
                            .isEqualTo("cancelled"));
        }
    }

    /** What somebody has seen a second before the server is killed is kept, and a restarted one says where the run was lost. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void aServerThatIsKilledLosesNothingThatIsOlderThanASecond() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            String run;
            long seen;
            try (var server = serve()) {
                String lab = tcp(server);
                run = ran(
                                "run",
                                "sleep",
                                "-p",
                                "tasks=1000000",
                                "-p",
                                "minMillis=1",
                                "-p",
                                "maxMillis=1",
                                "-p",
                                "style=async",
                                "--lane",
                                "virtual",
                                "--concurrency",
                                "20",
                                "--detach",
                                "--server",
                                lab)
                        .out()
                        .strip();
                seen = seenASecondBeforeItIsKilled(server, lab, run);
            }
            try (var server = serve()) {
                String lab = tcp(server);
                JsonNode kept = kept(run, "--server", lab);
                long last = kept.at("/events/last").asLong();
                assertThat(kept.at("/state").asText()).isEqualTo("lost");
                assertThat(last).isGreaterThanOrEqualTo(seen);

                var watched = CommandRun.of("watch", run, "--json", "--server", lab);
                assertThat(watched.status()).isEqualTo(1);
                assertThat(watched.err()).contains(run + " was lost at event " + last + ":");
                assertThat((long) watched.outLines().size())
                        .isEqualTo(kept.at("/events/count").asLong());
                assertThat(new ObjectMapper()
                                .readTree(watched.outLines().getLast())
                                .at("/seq")
                                .asLong())
                        .isEqualTo(last);
                server.signal("KILL");
                server.status();
            }
        }
    }

    /** Kills it at any moment of the second after there is something to lose. */
    private static long seenASecondBeforeItIsKilled(FluxlabProcess server, String lab, String run) throws Exception {
        var times = new ConcurrentSkipListMap<Long, Long>();
        try (LabClient client = LabClient.connect(lab)) {
            AtomicLong newest = new AtomicLong(-1);
            Disposable watching = client.watch(new WatchRequest(run, null))
                    .map(KeptEvent::seq)
                    .subscribe(
                            seq -> {
                                newest.set(seq);
                                times.put(System.nanoTime(), seq);
                            },
                            gone -> {});
            await().atMost(ServeProcess.PATIENCE).until(() -> newest.get() >= 0);
            long enough =
                    System.nanoTime() + SECOND + ThreadLocalRandom.current().nextLong(SECOND);
            await().atMost(ServeProcess.PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> System.nanoTime() >= enough);
            long killed = System.nanoTime();
            server.signal("KILL");
            server.status();
            watching.dispose();
            var before = times.floorEntry(killed - SECOND);
            return before == null ? 0 : before.getValue();
        }
    }

    @Test
    void aCommandKeepsWhatItRunsWhereThatIsAsked() throws Exception {
        assertThat(ran("run", "count", "-p", "n=5", "--lane", "virtual", "--data", data)
                        .outLines())
                .containsExactly("0", "0");
        var compared = CommandRun.of(
                "compare",
                "sleep",
                "-p",
                "maxMillis=2",
                "-p",
                "minMillis=2",
                "--lanes",
                "immediate,virtual",
                "--rounds",
                "3",
                "--data",
                data,
                "--commit",
                "0123456789",
                "--note",
                "both");
        assertThat(compared.out()).contains("baseline");
        assertThat(ran("history", "list", "--data", data).outLines()).hasSize(3);
        assertThat(ran("history", "list", "--of-commit", "0123", "--data", data).out())
                .contains("both");
    }

    @Test
    void whatIsKeptIsComparedExportedAndImported() throws Exception {
        for (String commit : List.of("aaaaaaa", "bbbbbbb")) {
            ran("run", "count", "-p", "n=5", "--lane", "virtual", "--data", data, "--commit", commit);
        }
        assertThat(ran("history", "compare", "--data", data).out())
                .contains("count n=5 on virtual, times of runs", "aaaaaaa", "baseline", "bbbbbbb", "can't tell");
        var unknown = CommandRun.of("history", "compare", "--baseline", "ccc", "--data", data);
        assertThat(unknown.err()).isEqualTo("fluxlab: --baseline ccc: no run is of this commit\n");

        String run =
                ran("history", "list", "--limit", "1", "--json", "--data", data).out();
        String name = new ObjectMapper().readTree(run).at("/run").asText();
        Path file = folder.resolve("count.fluxlab");
        ran("history", "export", name, "--to", file.toString(), "--data", data);
        String other = folder.resolve("other").toString();
        ran("history", "import", file.toString(), "--data", other);
        assertThat(ran("watch", name, "--json", "--data", other).out())
                .isEqualTo(ran("watch", name, "--json", "--data", data).out());
        Path trace = folder.resolve("count.trace.json");
        ran("history", "export", name, "--to", trace.toString(), "--data", data);
        assertThat(new ObjectMapper().readTree(trace.toFile()).at("/traceEvents"))
                .isNotEmpty();
        Path page = folder.resolve("count.html");
        ran("history", "export", name, "--to", page.toString(), "--data", data);
        assertThat(page).content().contains("<title>" + name + ": count: virtual</title>", "<svg", "count 5");
        assertThat(page).content().doesNotContain("What to predict", "Expectations", "http://", "https://", "<script");
        assertThat(CommandRun.of("history", "export", name, "--to", folder + "/x.foo", "--data", data)
                        .err())
                .contains("its ending must be one of .fluxlab, .trace.json, .jsonl, .csv, .html, .prom");
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThat(CommandRun.of("run", "count", "--detach").err())
                .startsWith("fluxlab: --detach needs a server that goes on with it");
        assertThat(CommandRun.of("run", "count", "--note", "x").err())
                .isEqualTo("fluxlab: --note and --commit need --detach or --keep\n");
        assertThat(CommandRun.of("run", "count", "--keep", "--server", "tcp://127.0.0.1:1")
                        .err())
                .startsWith("fluxlab: --keep is for runs in this command");
        assertThat(CommandRun.of("scenario", "run", "gil", "gil-free", "--detach", "--server", "tcp://127.0.0.1:1")
                        .err())
                .isEqualTo("fluxlab: --detach and --keep are for one scenario at a time\n");
        assertThat(CommandRun.of("scenario", "run", "mine.yaml", "--keep").err())
                .startsWith("fluxlab: --detach and --keep are for scenarios that come with Fluxlab, not for files");
        assertThat(CommandRun.of("history", "list", "--data", data).err())
                .isEqualTo("fluxlab: --data: there is no " + data + "\n");
        assertThat(CommandRun.of("watch", "x", "--from", "1").err()).startsWith("fluxlab: --from needs --json");
        assertThat(CommandRun.of("history", "list", "--state", "lsot", "--data", folder.toString())
                        .err())
                .contains(
                        "--state must be one of going-on, completed, failed, cancelled, broken, lost, was lsot; did you mean lost?");
        assertThat(CommandRun.of("serve", "--port", "0", "--http-port", "0", "--data", "r2dbc:mysql://x/y")
                        .err())
                .contains("runs are kept in a folder or in PostgreSQL");
    }
}
