package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.script.Heading;
import io.fluxlab.scenario.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that say where the lecture is wrong quote what was recorded, and name scenarios that there are. */
class LectureCorrectionsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path RECORDINGS = ROOT.resolve("scenarios/originals/corrections");
    private static final Pattern SCENARIO = Pattern.compile("(?:scenario|сценарий) `([a-z-]+)`");
    private static final int HEADER_LINES = 1;

    @ParameterizedTest
    @ValueSource(strings = {"docs/lecture-corrections.md", "docs/ru/lecture-corrections.md"})
    void pageQuotesEveryRecording(String page) throws IOException {
        String text = Files.readString(ROOT.resolve(page));

        for (Path program : programs()) {
            String name = program.getFileName().toString();
            List<String> recorded = Files.readAllLines(RECORDINGS.resolve(name.replace(".py", ".txt")));
            assertThat(recorded.get(0)).startsWith("# CPython 3.");
            assertThat(text).contains(name, String.join("\n", recorded.subList(HEADER_LINES, recorded.size())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/lecture-corrections.md", "docs/ru/lecture-corrections.md"})
    void scenariosThatAreNamedExist(String page) throws IOException {
        List<String> names = Scripts.headings().stream().map(Heading::name).toList();

        assertThat(SCENARIO.matcher(Files.readString(ROOT.resolve(page))).results())
                .hasSizeGreaterThan(5)
                .allSatisfy(found -> assertThat(names).contains(found.group(1)));
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }
}
