package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that are kept by a command, and what is made of them. */
class HistoryIT extends HistoryCommandFixture {

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
    void whatIsNoDataBaseIsToldInALine() throws Exception {
        Path file = Files.writeString(folder.resolve("plain"), "no data base");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("history.mv.db"), "no data base either ".repeat(1000));

        for (Path place : List.of(file, other)) {
            try (var process = FluxlabProcess.start(folder, "history", "list", "--data", place.toString())) {
                assertThat(process.status()).isPositive();
                assertThat(process.err().lines())
                        .singleElement()
                        .asString()
                        .startsWith("fluxlab: --data: no runs can be kept in " + place + ": ");
            }
        }
        assertThat(other.resolve("history.trace.db")).doesNotExist();
    }

    @Test
    void notesDoNotSteerTheTerminal() {
        ran("run", "count", "-p", "n=5", "--lane", "virtual", "--data", data, "--note", "a\u001b[2Jb\r\n\u202ec");

        assertThat(ran("history", "list", "--data", data).outLines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("a\\u001B[2Jb\\u000D\\u000A\\u202Ec");
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
