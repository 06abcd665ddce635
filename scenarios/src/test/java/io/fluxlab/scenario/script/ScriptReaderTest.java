package io.fluxlab.scenario.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    private static final ScriptReader READER =
            ScriptReader.on(LabListing.of(LocalLab.create()).block());

    private static final String RUN = "s: {run: {workload: sleep, lane: virtual}}";

    @Test
    void everyMistakeOfAFileIsToldAtOnceWithItsPlace() {
        assertThat(mistakes("""
                        name: Gil
                        titel: The lock
                        explain:
                          en: {predict: why}
                        steps:
                          Threads:
                            run: {workload: slep, lane: virtual}
                          sleeps:
                            compare:
                              workload: sleep
                              parameters: {task: 5, minMillis: many, style: lazy}
                              lanes: [immediate, paralel]
                              rounds: 0
                            quick: {rounds: 2, lanes: [virtual]}
                        expect:
                          - that: ratio.slees.immediate < 1
                            proves: {en: it, de: es}
                          - that: wall.sleeps["virtual"] < 1 && wal.sleeps.immediate < 2
                            proves: it
                        """))
                .containsExactly(
                        "gil.yaml:1:7: must match ^[a-z][a-z0-9]*(-[a-z0-9]+)*$, such as sum-or-max, was \"Gil\"",
                        "gil.yaml:2:1: unknown key \"titel\", did you mean \"title\"?",
                        "gil.yaml:4:7: \"shows\" is missing",
                        "gil.yaml:6:3: \"Threads\" is no name here: it must match ^[a-z][a-zA-Z0-9]*$",
                        "gil.yaml:7:21: unknown workload \"slep\", did you mean \"sleep\"?",
                        "gil.yaml:11:20: unknown parameter of sleep \"task\", did you mean \"tasks\"?",
                        "gil.yaml:11:40: must be a whole number, was \"many\"",
                        "gil.yaml:11:53: must be one of blocking, async, was \"lazy\"",
                        "gil.yaml:12:26: unknown lane \"paralel\", did you mean \"parallel\"?",
                        "gil.yaml:13:15: must be at least 1, was 0",
                        "gil.yaml:14:24: unknown key \"lanes\"; known are parameters, load, concurrency, bystander, rounds, "
                                + "warmup, maxTimeMillis, runTimeMillis, seed",
                        "gil.yaml:16:17: unknown step \"slees\", did you mean \"sleeps\"?",
                        "gil.yaml:17:22: unknown key \"de\"; known are en, ru",
                        "gil.yaml:18:41: unknown name \"wal\", did you mean \"wall\"?");
    }

    @Test
    void mistakesOfQuestionsAreToldWithTheirPlaces() {
        assertThat(mistakes(
                        Fixture.script(RUN, "status.s.virtual == \"completed\"").replace("steps:", """
                        ask:
                          - {id: one, question: Which?, choices: [{says: yes, when: stats.s.virtual == "x"}, {says: no, when: 'true'}]}
                          - {id: one, question: How many?, number: count.t.virtual, within: 0}
                          - {id: two, question: What?, choices: [{says: yes, when: 'true'}]}
                        steps:""")))
                .containsExactly(
                        "gil.yaml:5:61: unknown name \"stats\", did you mean \"status\"?",
                        "gil.yaml:6:10: there is a question \"one\" already",
                        "gil.yaml:6:50: unknown step \"t\"; known are s",
                        "gil.yaml:6:69: must be above 0, was 0",
                        "gil.yaml:7:41: must have at least 2, has 1");
    }

    @Test
    void programsThatAreNotThereAreToldWithTheirPlaces() {
        assertThat(mistakes(
                        Fixture.script(RUN, "status.s.virtual == \"completed\"").replace("steps:", """
                        original:
                          - {python: cuont}
                          - {python: count, java: 'io/fluxlab/catalog/CountWorkload.java#cuont'}
                          - {python: count, java: 'io/fluxlab/catalog/CountWorkload.java#count', differs: [{python: wile, says: a loop}]}
                        steps:""")))
                .containsExactly(
                        "gil.yaml:5:14: there is no original \"cuont\"",
                        "gil.yaml:6:27: there is no part \"io/fluxlab/catalog/CountWorkload.java#cuont\" of a source",
                        "gil.yaml:7:93: the code has no \"wile\"");
    }

    @Test
    void findingsAreThoseOfExplanations() {
        assertThat(mistakes(Fixture.script(RUN, "finding.s.virtual == \"waiting\"")))
                .containsExactly("gil.yaml:7:21: only an explanation has finding, and step \"s\" is a run");
        assertThat(mistakes(
                        Fixture.script("s: {compare: {workload: sleep, lanes: [virtual]}}", "proof.s.virtual.helped")))
                .containsExactly("gil.yaml:7:19: only an explanation has proof, and step \"s\" is a comparison");
    }

    @Test
    void explanationIsReadWithItsQuickForm() {
        Action quick = READER.read(
                        "gil.yaml",
                        Fixture.script(
                                "s: {explain: {workload: sleep, lanes: [virtual]}, quick: {maxTimeMillis: 700}}",
                                "finding.s.virtual != \"silent\""))
                .steps()
                .get(0)
                .action(Form.QUICK);

        assertThat(quick).isInstanceOfSatisfying(Action.Explains.class, explains -> {
            assertThat(explains.request().explain()).isTrue();
            assertThat(explains.request().maxTimeMillis()).isEqualTo(700);
        });
    }

    @Test
    void sourceIsARepositoryWithANumberOrAJep() {
        String script = Fixture.script(RUN, "wall.s.virtual > 0");

        assertThat(READER.read("gil.yaml", "source: reactor/reactor-core#3620\n" + script)
                        .source())
                .isEqualTo("reactor/reactor-core#3620");
        assertThat(READER.read("gil.yaml", "source: JEP 491\n" + script).source())
                .isEqualTo("JEP 491");
        assertThat(mistakes("source: reactor-core\n" + script))
                .singleElement()
                .asString()
                .startsWith("gil.yaml:1:9: must match ")
                .endsWith(", such as reactor-core#3620 or JEP 491, was \"reactor-core\"");
    }

    @Test
    void laneOfAConditionMustBeOneOfItsStep() {
        assertThat(mistakes(Fixture.script(RUN, "wall.s.virtaul < 1")))
                .containsExactly("gil.yaml:7:20: unknown lane of step s \"virtaul\", did you mean \"virtual\"?");
    }

    @Test
    void whatIsGivenIsCheckedAsConditionsAre() {
        assertThat(mistakes(
                        Fixture.script(RUN, "true").replace("that: 'true'", "given: wall.s.virtaul < 1, that: 'true'")))
                .containsExactly("gil.yaml:7:20: unknown lane of step s \"virtaul\", did you mean \"virtual\"?");
    }

    @Test
    void runHasNoRatio() {
        assertThat(mistakes(Fixture.script(RUN, "ratio.s.virtual < 1")))
                .containsExactly("gil.yaml:7:19: only a comparison has ratio, and step \"s\" is a run");
    }

    @Test
    void placeInABlockOfTextIsFound() {
        assertThat(mistakes("""
                        name: a
                        title: a
                        explain: {en: {predict: p, shows: s}}
                        steps:
                          s: {run: {workload: sleep, lane: virtual}}
                        expect:
                          - that: |
                              wall.s.virtual > 0 &&
                                cup.s.virtual < 1
                            proves: it
                        """)).containsExactly("gil.yaml:9:9: unknown name \"cup\", did you mean \"cpu\"?");
    }

    @Test
    void stepIsARunOrAComparisonOrAnExplanation() {
        assertThat(mistakes(Fixture.script("s: {quick: {rounds: 1}}", "true")))
                .containsExactly("gil.yaml:5:6: must have exactly one of run, compare, explain");
        assertThat(mistakes(Fixture.script("s: {rum: {workload: sleep, lane: virtual}}", "true")))
                .containsExactly("gil.yaml:5:7: unknown key \"rum\", did you mean \"run\"?");
    }

    @Test
    void valueOutOfTheRangeOfAParameterIsToldWithTheBound() {
        assertThat(mistakes(Fixture.script(
                        "s: {run: {workload: sleep, parameters: {tasks: 0}, lane: virtual},"
                                + " quick: {parameters: {tasks: 2000000}}}",
                        "true")))
                .containsExactly(
                        "gil.yaml:5:50: must be at least 1, was 0",
                        "gil.yaml:5:98: must be at most 1000000, was 2000000");
    }

    @Test
    void parameterMayBeGivenInItsTextForm() {
        assertThat(READER.read(
                                "a.yaml",
                                Fixture.script(
                                        "s: {run: {workload: primes, parameters: {ranges: '3-100,101-200'}, lane: virtual}}",
                                        "true"))
                        .steps())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gil:switchMillis=abc            | 53: must be a number, was \"abc\"",
                "gil:switchMillis=0.01           | 53: must be at least 0.1, was 0.01",
                "gil:threads=virtual:switchMillis=1e9 | 69: must be at most 10000, was 1E+9",
                "gil:switchMilis=5               | 40: unknown setting of gil \"switchMilis\", did you mean \"switchMillis\"?",
                "gil:threads=virtaul             | 48: must be one of platform, virtual, green, was \"virtaul\", did you mean \"virtual\"?",
                "gil:threads=virtual:threads=virtual | 36: threads is there twice",
                "gil:switchMillis                | 36: a setting must be name=value, was \"switchMillis\"",
                "gli:switchMillis=5              | 36: unknown lane \"gli\", did you mean \"gil\"?",
                "immediate:x=20                  | 36: the lane \"immediate\" takes no settings"
            })
    void settingOfALaneIsHeldAgainstTheLane(String lane, String mistake) {
        assertThat(mistakes(Fixture.script("s: {run: {workload: sleep, lane: " + lane + "}}", "true")))
                .containsExactly("gil.yaml:5:" + mistake);
    }

    @Test
    void settingInQuotesIsFoundBehindThem() {
        assertThat(mistakes(Fixture.script(
                        "s: {compare: {workload: sleep, lanes: [immediate, 'gil:switchMillis=abc:threads=none']}}",
                        "true")))
                .containsExactly(
                        "gil.yaml:5:71: must be a number, was \"abc\"",
                        "gil.yaml:5:83: must be one of platform, virtual, green, was \"none\"");
    }

    @Test
    void settingsThatAreRightArePartOfTheLanesName() {
        var scenario = READER.read(
                "a.yaml",
                Fixture.script(
                        "s: {run: {workload: sleep, lanes: [gil, 'gil:switchMillis=20.5', 'gil:threads=virtual']}}",
                        "wall.s[\"gil:switchMillis=20.5\"] > 0"));

        assertThat(scenario.steps().get(0).lanes())
                .containsExactly("gil", "gil:switchMillis=20.5", "gil:threads=virtual");
    }

    @Test
    void oneLaneInOtherWordsIsThereTwice() {
        assertThat(mistakes(Fixture.script(
                        "s: {compare: {workload: sleep, lanes: [gil, 'gil:switchMillis=5.0', 'gil:threads=virtual']}}",
                        "true")))
                .containsExactly("gil.yaml:5:47: is the same lane as \"gil\": name each only once");
    }

    @Test
    void baselineMustBeOneOfTheLanesCompared() {
        assertThat(mistakes(Fixture.script(
                        "s: {compare: {workload: sleep, lanes: [immediate, virtual], baseline: imediate}}", "true")))
                .containsExactly(
                        "gil.yaml:5:73: unknown lane of the comparison \"imediate\", did you mean \"immediate\"?");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThat(mistakes("name: [a\ntitle: b\n")).singleElement().asString().startsWith("gil.yaml:2:");
        assertThat(mistakes("name: a\nname: b\n")).containsExactly("gil.yaml:2:1: \"name\" is there twice");
        assertThat(mistakes("")).singleElement().asString().isEqualTo("gil.yaml:1:1: must be a map, was nothing");
        assertThat(mistakes("- a\n")).singleElement().asString().startsWith("gil.yaml:1:1: must be a map");
    }

    @Test
    void anchorsThatMultiplyAreStopped() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThat(mistakes(bomb.toString())).singleElement().asString().contains("aliases");
        assertThat(mistakes("a: &a [*a]\n")).singleElement().asString().contains("at most");
    }

    @Test
    void fileThatIsNotThereOrNoTextIsSaidSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yaml");
        assertThat(mistakesOf(() -> READER.read(file))).containsExactly(file + ":1:1: there is no such file");

        Files.write(file, "name: имя".getBytes(StandardCharsets.UTF_16));
        assertThat(mistakesOf(() -> READER.read(file))).containsExactly(file + ":1:1: the file is no text in UTF-8");
    }

    @Test
    void quickFormIsMergedOverTheStep() {
        var step = READER.read("a.yaml", Fixture.script("""
                                s:
                                  compare: {workload: sleep, parameters: {tasks: 3, minMillis: 9}, lanes: [immediate, virtual], rounds: 5}
                                  quick: {parameters: {minMillis: 1}, rounds: 2}
                                  limitMillis: 5000
                                """, "true")).steps().get(0);

        assertThat(((Action.Compares) step.action(Form.FULL)).request().parameters())
                .isEqualTo(Map.of("tasks", 3L, "minMillis", 9L));
        var quick = ((Action.Compares) step.action(Form.QUICK)).request();
        assertThat(quick.parameters()).isEqualTo(Map.of("tasks", 3L, "minMillis", 1L));
        assertThat(quick.rounds()).isEqualTo(2);
        assertThat(quick.lanes()).containsExactly("immediate", "virtual");
        assertThat(step.limit()).hasMillis(5000);
    }

    @Test
    void linesOfAParagraphAreJoined() {
        var scenario = READER.read("a.yaml", """
                name: a
                title: {en: A, ru: А}
                explain:
                  ru:
                    predict: |
                      одна
                      строка

                      другая
                    shows: x
                steps:
                  s: {run: {workload: sleep, lane: virtual}}
                expect:
                  - {that: 'true', proves: it}
                """);

        assertThat(scenario.title().in(Language.RU)).isEqualTo("А");
        assertThat(scenario.explanation().predict().in(Language.EN)).isEqualTo("одна строка\n\nдругая");
    }

    private static List<String> mistakes(String script) {
        return mistakesOf(() -> READER.read("gil.yaml", script));
    }

    private static List<String> mistakesOf(Runnable reading) {
        return catchThrowableOfType(WrongScriptException.class, reading::run).mistakes().stream()
                .map(Mistake::toString)
                .toList();
    }
}
