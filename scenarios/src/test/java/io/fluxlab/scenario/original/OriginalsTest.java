package io.fluxlab.scenario.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.scenario.Twin;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OriginalsTest {
    private static final Pattern TAG = Pattern.compile("// tag::([A-Za-z]+)\\[]");

    private static final String SOURCE = """
            class Lock {
                // tag::take[]
                /** Takes it. */
                void take() {
                    // tag::inner[]
                    taken++;
                    // end::inner[]
                }
                // end::take[]
            }
            """;

    @Test
    void partIsCutWithoutMarksAndAsFarLeftAsItGoes() {
        assertThat(Tagged.part(SOURCE, "take")).isEqualTo("/** Takes it. */\nvoid take() {\n    taken++;\n}");
        assertThat(Tagged.part(SOURCE, "inner")).isEqualTo("taken++;");
    }

    @Test
    void partThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Tagged.part(SOURCE, "give")).hasMessage("there is no part \"give\"");
        assertThat(Originals.hasJava("io/fluxlab/lecture/signals/Stock.java#nothing"))
                .isFalse();
        assertThat(Originals.hasJava("io/fluxlab/Nowhere.java#take")).isFalse();
    }

    @Test
    void everyProgramHasItsRecordingWithVersionAndMachine() throws IOException {
        for (var program : programs()) {
            assertThat(Originals.recording(program))
                    .as(program)
                    .hasValueSatisfying(recording -> assertThat(recording.made())
                            .matches("CPython 3\\.\\d+\\.\\d+; .+ CPUs, .+; \\d{4}-\\d\\d-\\d\\d; .+, \\d+\\.\\d\\d s")
                            .satisfies(made ->
                                    assertThat(recording.made(Language.EN)).isEqualTo(made))
                            .satisfies(made -> assertThat(recording.made(Language.RU))
                                    .matches(
                                            ".+, ЦП: \\d+, .+; (код завершения \\d|сама не завершается, .+ с), .+ с")));
        }
    }

    @Test
    void everyProgramStandsBesideAScenario() throws IOException {
        var shown = Scripts.names().stream()
                .map(name -> Scripts.read(name, ScriptReader.ofTextsAlone()))
                .flatMap(scenario -> scenario.originals().stream())
                .map(Twin::python)
                .distinct()
                .toList();

        assertThat(shown).containsAll(programs());
    }

    @Test
    void everyPartThatIsMarkedIsShown() throws IOException {
        var shown = Scripts.names().stream()
                .map(name -> Scripts.read(name, ScriptReader.ofTextsAlone()))
                .flatMap(scenario -> scenario.originals().stream())
                .map(Twin::java)
                .toList();

        assertThat(shown).containsAll(marked(Path.of("../lecture/src/main/java")));
        assertThat(shown).containsAll(marked(Path.of("../workloads/src/main/java")));
    }

    /** The parts of all sources below this folder, as scripts name them. */
    private static List<String> marked(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            var marked = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                TAG.matcher(Files.readString(file))
                        .results()
                        .forEach(tag -> marked.add(sources.relativize(file) + "#" + tag.group(1)));
            }
            return marked;
        }
    }

    private static List<String> programs() throws IOException {
        try (var files = Files.list(Path.of("originals"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .map(name -> name.substring(0, name.length() - ".py".length()))
                    .sorted()
                    .toList();
        }
    }
}
