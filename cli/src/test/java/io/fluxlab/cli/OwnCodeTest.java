package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void writeSource() throws IOException {
        file = Files.writeString(folder.resolve("Orders.java"), """
                        package com.acme;

                        import reactor.core.publisher.Mono;

                        class Orders {
                            static String parse(int order, String word) { return word + order; }
                            Mono<String> load() { return Mono.fromCallable(() -> "loaded"); }
                        }
                        """).toString();
    }

    @Test
    void aMethodOfASourceFileRuns() {
        var run = CommandRun.of(
                "run", file + "::parse", "--arg", "7", "--arg", "order ", "-p", "tasks=2", "-p", "calls=2");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(4).containsOnly("order 7");
        assertThat(run.err()).contains("orders-parse on ");
    }

    @Test
    void aMethodOfTheClassPathRuns() {
        var run = CommandRun.of(
                "run", "--call", "java.time.Duration::parse", "--arg", "PT3S", "-p", "tasks=1", "-p", "calls=1");

        assertThat(run.status()).isZero();
        assertThat(run.out()).as("no JSON is known for it").isEqualTo("\"PT3S\"\n");
        assertThat(CommandRun.of(
                                "run",
                                "--call",
                                "java.time.Duration::parse",
                                "--arg",
                                "PT3S",
                                "-p",
                                "tasks=1",
                                "--json")
                        .out())
                .contains("\"items\":[\"PT3S\"");
    }

    @Test
    void lanesAreComparedForIt() {
        var run = CommandRun.of(
                "compare",
                file + "::parse",
                "--arg=7",
                "--arg=x",
                "--lanes",
                "immediate,parallel",
                "--rounds",
                "1",
                "--warmup",
                "0",
                "-p",
                "tasks=2");

        assertThat(run.status()).as("one round may recommend nothing").isIn(0, 4);
        assertThat(run.outLines()).first().asString().startsWith("orders-parse tasks=2 ");
    }

    @Test
    void theFileThatTheReadmeShowsRuns() throws IOException {
        var shown = Pattern.compile("\\$ cat Orders.java\n(.*?)\n\\$ ", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")));
        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1).strip().lines()).hasSizeLessThanOrEqualTo(11);
        var source = Files.writeString(folder.resolve("Orders.java"), shown.group(1));

        var run = CommandRun.of("run", source + "::load", "-p", "tasks=2", "-p", "calls=1");

        assertThat(run.outLines()).containsExactly("order 7", "order 7");
    }

    @Test
    void whatIsWrongIsOneUsageErrorBeforeAnythingRuns() {
        var run = CommandRun.of("run", file + "::pars");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "fluxlab: no method pars in %s; did you mean:".formatted(file),
                        "  parse(int order, String word)");
    }

    @Test
    void optionsThatDoNotGoTogetherAreSaid() {
        assertThat(CommandRun.of("run", "primes", "--call", "a.B::c").err())
                .isEqualTo("fluxlab: --call a.B::c: leave primes away, or the other one\n");
        assertThat(CommandRun.of("run", "primes", "--arg", "1").err())
                .isEqualTo("fluxlab: --arg is for a method of yours: name one by --call, or FILE.java::METHOD\n");
        assertThat(CommandRun.of("run", file + "::load", "--server", "tcp://localhost:1")
                        .err())
                .isEqualTo("fluxlab: %s::load: code of yours runs in the lab inside this command: leave --server away\n"
                        .formatted(file));
        assertThat(CommandRun.of("run").errLines())
                .containsExactly("fluxlab: Missing required parameter: 'WORKLOAD'", "Try 'fluxlab run --help'.");
    }
}
