package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that go on in a served lab, in a process of its own, when whoever submitted them has gone. */
class DetachedIT extends HistoryCommandFixture {

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
            assertThat(ran("steer", run, "pause", "--server", lab).err()).contains(run + " is told: pause");
            ran("steer", run, "concurrency", "2", "--server", lab);
            assertThat(CommandRun.of("steer", run, "resume", "2", "--server", lab)
                            .err())
                    .contains("resume takes no number, was 2");
            assertThat(CommandRun.of("steer", run, "concurrency", "--server", lab)
                            .err())
                    .contains("concurrency takes a number from 1 to 1000000, and has none");
            assertThat(CommandRun.of("steer", run, "stop", "--server", lab).err())
                    .contains("pause", "resume", "concurrency", "cancel");
            ran("cancel", run, "--server", lab);
            await().atMost(ServeProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    kept(run, "--server", lab).at("/state").asText())
                            .isEqualTo("cancelled"));
        }
    }
}
