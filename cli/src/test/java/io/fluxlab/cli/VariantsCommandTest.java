package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsCommandTest {

    private static final List<String> QUICK = List.of("--rounds", "1", "--warmup", "0");

    @TempDir
    Path folder;

    @Test
    void twoMethodsAreVariantsOnOneLane() throws IOException {
        String one = write("a/Load.java", "class Load { static int load() { return 7; } }");
        String other = write("b/Load.java", "class Load { static int load() { return 3 + 4; } }");

        var run = compare(one + "::load", other + "::load", "--lane", "virtual:concurrency=2", "-p", "tasks=2");

        assertThat(run.status()).as("one round may recommend nothing").isIn(0, 4);
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("1 round of 2 variants on virtual:concurrency=2 in "))
                .anyMatch(line -> line.startsWith("variant "))
                .anyMatch(line -> line.startsWith(one + "::load "))
                .anyMatch(line -> line.startsWith(other + "::load "));
        assertThat(run.out()).doesNotContain("results-differ");
    }

    @Test
    void parametersAreVariantsWithNamesOfTheirOwn() {
        var run = compare(
                "count",
                "-p",
                "tasks=2",
                "--variant",
                "short=n=1000",
                "--variant",
                "long=n=2000,tasks=3",
                "--baseline",
                "long",
                "--fail-if",
                "short.median > 0ns",
                "--lang",
                "ru");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("раундов: 1, вариантов: 2, на parallel, "))
                .anyMatch(line -> line.startsWith("вариант "));
        assertThat(run.err()).contains("gate failed: short.median > 0ns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count --lane parallel | --lane parallel: that is for variants; name the lanes to compare by --lanes",
                "count --variant a=n=1 | --variant a=n=1: name at least two variants",
                "count --variant a --variant b=n=1 | --variant a: must be NAME=FILE.java::METHOD, NAME=CLASS::METHOD or NAME=PARAMETER=VALUE,..",
                "count --variant a=n=1 --variant b=m=1 | --variant m: no such parameter of count; known are n, tasks",
                "count --variant a=n=1 --variant a=n=2 | --variant the variant a is there twice: name each once",
                "count --variant a=n=1 --variant b=n=2 --lanes virtual | --lanes virtual: variants are compared on one lane: name it by --lane",
                "count --variant a=n=1 --variant b=n=2 --lane nope | --lane: unknown lane nope; known are immediate, event-loop, bounded-elastic, parallel, virtual, gil, process, cluster",
                "sleep --call java.time.Duration::parse --arg PT3S | --call java.time.Duration::parse: leave sleep away, or the other one",
                "count --run-events | --run-events is for --json, which has the events: add --json, or leave it away",
                "count --variant a=n=1 --variant b=x.Y::z | no class x.Y; put its jar, or the folder that holds its package, on --classpath"
            })
    void whatIsWrongIsSaidBeforeAnythingRuns(String arguments, String mistake) {
        var run = compare(arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).startsWith("fluxlab: " + mistake);
    }

    private static CommandRun compare(String... arguments) {
        return CommandRun.of(Stream.of(List.of("compare"), List.of(arguments), QUICK)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
