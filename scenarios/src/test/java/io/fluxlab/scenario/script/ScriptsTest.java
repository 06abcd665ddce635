package io.fluxlab.scenario.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.scenario.Expectation;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.scenario.expression.Mention;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptsTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final LabListing LISTING = LabListing.of(LocalLab.create()).block();
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    static List<String> names() {
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream())
                .toList();
    }

    @Test
    void everyScriptOfTheFoldersIsPackaged() throws IOException {
        assertThat(Scripts.names()).isNotEmpty().containsExactlyInAnyOrderElementsOf(files(FOLDER));
        assertThat(Scripts.trapNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(files(FOLDER.resolve("traps")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .toList();
        }
    }

    @Test
    void everyScriptHasANameOfItsOwn() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void everyTrapSaysWhereItWasReportedAndWhatPeopleWroteAndExplainsIt() {
        assertThat(Scripts.trapHeadings())
                .allSatisfy(heading -> assertThat(heading.source()).matches(".+#[1-9][0-9]*|JEP [1-9][0-9]*"));
        assertThat(Scripts.trapNames()).allSatisfy(name -> {
            Scenario trap = Scripts.read(name, ScriptReader.ofTextsAlone());
            assertThat(trap.sample().wrote()).isNotEmpty();
            assertThat(trap.steps()).anyMatch(Step::explains);
            assertThat(trap.expectations())
                    .flatExtracting(Expectation::mentions)
                    .extracting(Mention::figure)
                    .contains(Figure.FINDING);
        });
    }

    /** What has to be put right is, and it is proved that this helps. */
    @Test
    void everyFixOfATrapIsProved() {
        assertThat(Scripts.trapNames())
                .map(name -> Scripts.read(name, ScriptReader.ofTextsAlone()))
                .filteredOn(trap -> !trap.sample().fixed().isEmpty())
                .isNotEmpty()
                .allSatisfy(trap -> assertThat(trap.expectations())
                        .flatExtracting(Expectation::mentions)
                        .extracting(Mention::figure)
                        .contains(Figure.PROOF));
    }

    @ParameterizedTest
    @MethodSource("names")
    void scriptIsCalledLikeItsFileAndSaysItsSchema(String name) throws IOException {
        assertThat(Scripts.read(name, ScriptReader.on(LISTING)).name()).isEqualTo(name);
        boolean isTrap = Scripts.trapNames().contains(name);
        assertThat(Files.readAllLines(FOLDER.resolve((isTrap ? "traps/" : "") + name + ".yaml"))
                        .get(0))
                .isEqualTo("# yaml-language-server: $schema=" + (isTrap ? "../" : "") + "scenario.schema.json");
    }

    @ParameterizedTest
    @MethodSource("names")
    void scriptExplainsItselfInBothLanguages(String name) {
        Scenario scenario = Scripts.read(name, ScriptReader.ofTextsAlone());

        var texts = new ArrayList<Text>(List.of(
                scenario.title(),
                scenario.explanation().predict(),
                scenario.explanation().shows()));
        scenario.expectations().forEach(expectation -> texts.add(expectation.proves()));

        assertThat(texts).allSatisfy(text -> {
            assertThat(text.words()).containsOnlyKeys(Language.EN, Language.RU);
            assertThat(text.in(Language.RU)).containsPattern(CYRILLIC);
        });
    }

    @Test
    void schemaIsOne() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(Scripts.schema())).isEmpty();
    }

    @Test
    void everyKeyOfTheSchemaIsDescribed() {
        assertThat(undescribed(Scripts.schema(), Scripts.schema(), "")).isEmpty();
    }

    @Test
    void workloadsAndLanesThatTheSchemaProposesAreThere() {
        var defs = Scripts.schema().path("$defs");

        assertThat(texts(defs.at("/workload/examples")))
                .isSubsetOf(LISTING.workloads().stream().map(WorkloadInfo::name).toList());
        assertThat(texts(defs.at("/lane/examples")))
                .containsAll(LISTING.lanes().stream()
                        .filter(LaneInfo::available)
                        .map(LaneInfo::name)
                        .toList());
    }

    @Test
    void lecturesOrderIsThatOfTheList() {
        var headings = Stream.of(
                        new Heading("own", Text.of("x"), "", ""),
                        new Heading("primes", Text.of("x"), "Практика", ""),
                        new Heading("gil", Text.of("x"), "GIL – Global Interpreter Lock", ""),
                        new Heading("semaphore", Text.of("x"), "Объекты синхронизации: семафоры", ""),
                        new Heading("mutex", Text.of("x"), "Объекты синхронизации: блокировки (мьютексы)", ""))
                .sorted(LectureOrder.ORDER);

        assertThat(headings).extracting(Heading::name).containsExactly("mutex", "semaphore", "gil", "primes", "own");
    }

    private static List<String> undescribed(JsonNode schema, JsonNode root, String path) {
        var found = new ArrayList<String>();
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            JsonNode target =
                    value.has("$ref") ? root.at(value.get("$ref").asText().substring(1)) : value;
            if (!value.has("description") && !target.has("description")) {
                found.add(path + "/" + property.getKey());
            }
            found.addAll(undescribed(value, root, path + "/" + property.getKey()));
        });
        schema.path("$defs")
                .properties()
                .forEach(def -> found.addAll(undescribed(def.getValue(), root, "/" + def.getKey())));
        return found;
    }

    private static List<String> texts(JsonNode array) {
        return new ObjectMapper().convertValue(array, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
}
