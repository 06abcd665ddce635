package io.fluxlab.samples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is code that is compiled and run here. */
class DocumentationTest {

    private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCES = Path.of("src/test/java/io/fluxlab/samples");

    @ParameterizedTest
    @ValueSource(strings = {"../docs/client.md", "../README.md"})
    void everySampleIsATestedOne(String document) throws IOException {
        String tested = unindented(Files.readString(SOURCES.resolve("LabService.java")))
                + unindented(Files.readString(SOURCES.resolve("SamplesIT.java")));

        assertThat(samples(Path.of(document)))
                .hasSizeGreaterThan(1)
                .allSatisfy(sample -> assertThat(tested).contains(unindented(sample)));
    }

    private static List<String> samples(Path document) throws IOException {
        return SAMPLE.matcher(Files.readString(document))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(joining("\n"));
    }
}
