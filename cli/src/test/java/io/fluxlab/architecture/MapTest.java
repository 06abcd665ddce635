package io.fluxlab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the pages for newcomers say of the code is so. */
class MapTest {

    private static final Path DOCS = Production.ROOT.resolve("docs");
    private static final Path PIPELINE = Production.ROOT.resolve("pipeline/src/main/java/io/fluxlab");
    private static final Pattern FILE = Pattern.compile("`([a-z]+/[A-Z]\\w+)`");

    static final List<Map.Entry<String, List<String>>> MUST_NOT_KNOW = List.of(
            Map.entry("verdict", List.of("run", "lane", "loop", "wording", "comparison", "lab")),
            Map.entry("task", List.of("run", "lane", "comparison", "lab")),
            Map.entry("lane", List.of("run", "comparison", "lab")),
            Map.entry("workload", List.of("run", "lane", "comparison", "lab")));

    @Test
    void everyDecisionIsFoundFromTheirIndex() throws IOException {
        String index = Files.readString(DOCS.resolve("decisions/README.md"));

        try (Stream<Path> pages = Files.list(DOCS.resolve("decisions"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(page -> !page.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(index).contains("](" + page + ")"));
        }
    }

    @Test
    void everyFileThatIsNamedExists() throws IOException {
        String map = Files.readString(DOCS.resolve("architecture.md"));

        assertThat(FILE.matcher(map).results().map(match -> match.group(1) + ".java"))
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(PIPELINE.resolve(file)).exists());
    }

    @ParameterizedTest
    @FieldSource("MUST_NOT_KNOW")
    void packagesKnowNoMoreThanTheMapSays(Map.Entry<String, List<String>> rule) {
        for (var stranger : rule.getValue()) {
            noClasses()
                    .that()
                    .resideInAPackage("io.fluxlab." + rule.getKey())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.fluxlab." + stranger)
                    .check(Production.CLASSES);
        }
    }
}
