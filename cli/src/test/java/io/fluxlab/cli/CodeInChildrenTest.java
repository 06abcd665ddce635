package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.cli.code.Code;
import io.fluxlab.cli.code.CodeMaker;
import io.fluxlab.cli.code.CodeName;
import io.fluxlab.cli.code.CodePath;
import io.fluxlab.process.child.MadeWorkload;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Child JVMs run the user's code, too: what a source file was compiled to, and what is on another class path. */
class CodeInChildrenTest {

    @TempDir
    Path folder;

    @AfterEach
    void forgetClassPath() {
        System.clearProperty("fluxlab.classpath");
    }

    @Test
    void childrenGetWhatASourceFileWasCompiledTo() throws IOException {
        String file = write(
                "Pids.java",
                "class Pids { static class In { long pid() { return ProcessHandle.current().pid(); } }"
                        + " static long of(String some) { return new In().pid(); } }");

        var run = CommandRun.of(
                "run", file + "::of", "--arg", "x", "--lane", "process:processes=1", "-p", "tasks=2", "-p", "calls=2");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .hasSize(4)
                .doesNotContain(String.valueOf(ProcessHandle.current().pid()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"process:processes=1", "event-loop"})
    void aMethodIsComparedWithWhatItIsOnAnotherClassPath(String lane) throws IOException {
        System.setProperty("fluxlab.classpath", compiled("new", 2));

        var run = CommandRun.of(
                "compare",
                "--call",
                "com.acme.Version::value",
                "--against",
                compiled("base", 1),
                "--lane",
                lane,
                "-p",
                "tasks=1",
                "-p",
                "calls=2",
                "--rounds",
                "1",
                "--warmup",
                "0",
                "--json",
                "--run-events");

        assertThat(run.status()).isIn(0, 4);
        Map<String, Set<String>> items = new TreeMap<>();
        for (String line : run.outLines()) {
            JsonNode event = new ObjectMapper().readTree(line);
            event.at("/event/items")
                    .forEach(item -> items.computeIfAbsent(event.at("/lane").asText(), variant -> new TreeSet<>())
                            .add(item.asText()));
        }
        assertThat(items).isEqualTo(Map.of("base", Set.of("1"), "new", Set.of("2")));
    }

    @Test
    void aChildThatIsKeptKeepsItsClasses() throws IOException {
        CodeName name = CodeName.parse("com.acme.Version::value");
        Workload<?> one = CodeMaker.workload(
                Code.read(name, List.of(), ""), CodePath.before(List.of(compiled("base", 1))), "-one");
        Workload<?> other = CodeMaker.workload(
                Code.read(name, List.of(), ""), CodePath.before(List.of(compiled("new", 2))), "-other");
        MadeWorkload made = new MadeWorkload();

        Workload<?> first = made.of(one.recipe().orElseThrow());

        assertThat(made.of(one.recipe().orElseThrow())).isSameAs(first);
        assertThat(made.of(other.recipe().orElseThrow()).name()).isEqualTo(other.name());
    }

    @Test
    void aClassThatOnlyTheChangedClassPathHasIsSaid() throws Exception {
        var own = CodeInChildrenTest.class.getProtectionDomain().getCodeSource().getLocation();
        System.setProperty("fluxlab.classpath", Path.of(own.toURI()).toString());
        String base = compiled("base", 1);

        var run = CommandRun.of(
                "compare",
                "--call",
                "io.fluxlab.cli.code.CodeSamples::counted",
                "--against",
                base,
                "--lane",
                "immediate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("fluxlab: no class io.fluxlab.cli.code.CodeSamples on --against %s\n".formatted(base));
    }

    @Test
    void whatCanNotBeComparedIsSaid() throws IOException {
        String base = compiled("base", 1);

        assertThat(CommandRun.of("compare", "--call", "com.acme.Version::value", "--against", "no.jar")
                        .err())
                .isEqualTo("fluxlab: --against: no such file: no.jar\n");
        assertThat(CommandRun.of("compare", "primes", "--against", base).err())
                .isEqualTo("fluxlab: --against %s: name the method by --call CLASS::METHOD\n".formatted(base));
        assertThat(CommandRun.of("compare", "--call", "a.B::c", "--against", base, "--lanes", "virtual,parallel")
                        .err())
                .isEqualTo("fluxlab: --lanes virtual,parallel: variants are compared on one lane: name it by --lane\n");
    }

    private String compiled(String version, int value) throws IOException {
        String source = write(
                version + "-src/Version.java",
                "package com.acme; public class Version { public static int value() { return " + value + "; } }");
        Path classes = Files.createDirectories(folder.resolve(version));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source))
                .isZero();
        return classes.toString();
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
