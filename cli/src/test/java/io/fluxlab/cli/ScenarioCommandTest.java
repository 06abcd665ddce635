package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {
    private static final String SCRIPT = """
            name: mine
            title: {en: My own, ru: Мой собственный}
            lecture: Практика
            explain:
              en: {predict: How many numbers?, shows: As many as there are.}
              ru: {predict: Сколько чисел?, shows: 'Столько, сколько есть.'}
            ask:
              - id: many
                question: {en: How many?, ru: Сколько?}
                number: count.counted.virtual
              - id: two
                question: Is 2 one of them?
                choices:
                  - {says: no, when: 2 in results.counted.virtual == false}
                  - {says: {en: of course, ru: конечно}, when: 2 in results.counted.virtual}
            steps:
              counted:
                run: {workload: primes, parameters: {from: 1, to: 30, tasks: 2}, lanes: [immediate, virtual]}
                quick: {parameters: {to: 10}}
            expect:
              - that: results.counted.virtual == EXPECTED
                proves: {en: The primes are found., ru: Простые числа найдены.}
            """;

    private static final String ALL = "[2, 3, 5, 7, 11, 13, 17, 19, 23, 29]";

    @TempDir
    Path folder;

    @Test
    void trapsAreListedWithTheReportsThatTheyAreFrom() {
        var run = CommandRun.of("scenario", "list", "--traps");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("spring-security#5406", "BlockHound#160", "quarkus#55011", "JEP 491")
                .doesNotContain("sum-or-max");
        assertThat(CommandRun.of("scenario", "list").out())
                .contains("sum-or-max")
                .doesNotContain("spring-security#5406");
    }

    @Test
    void everythingIsPrintedInTheOrderOfALesson() throws IOException {
        var run = CommandRun.of("scenario", "run", script(ALL));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .containsSubsequence(
                        "mine: My own",
                        "Lecture: Practice",
                        "What to predict",
                        "  How many numbers?",
                        "Step counted",
                        "  10 items on virtual",
                        "What it shows",
                        "  As many as there are.",
                        "Expectations",
                        "  ✓ The primes are found. (" + ALL + ")")
                .last()
                .asString()
                .startsWith("Everything expected came out: 1 of 1, ");
        assertThat(run.out()).doesNotContain("\u001b", "results.counted", "How many?");
    }

    @Test
    void detailsAreTheNamesOfTheCode() throws IOException {
        assertThat(CommandRun.of("scenario", "run", "--details", script(ALL)).outLines())
                .containsSubsequence(
                        "  ✓ The primes are found.",
                        "      results.counted.virtual == " + ALL,
                        "      results.counted.virtual = " + ALL);
    }

    @Test
    void classGuessesFirstAndThenSeesWhatCameOut() throws IOException {
        var run = CommandRun.withInput(
                "7, Anna: ten\n7, Anna: 10, 9 x12\nb, a x2\n", Map.of(), "scenario", "run", "--ask", script(ALL));

        assertThat(run.err()).isEmpty();
        assertThat(run.outLines())
                .containsSubsequence(
                        "What to predict",
                        "  How many?",
                        "  Is 2 one of them?",
                        "    a) no",
                        "    b) of course",
                        "Step counted",
                        "Guesses, and what came out",
                        "  How many?",
                        "    came out: 10")
                .anyMatch(line -> line.contains("\"Anna: ten\" is no number"))
                .anyMatch(line -> line.matches(" +✓ +10 +█+ +1 +Anna"))
                .anyMatch(line -> line.matches(" +7 +█+ +1"))
                .anyMatch(line -> line.matches(" +✓ +9 +█+ +12"))
                .anyMatch(line -> line.matches(" +✓ +b\\) of course +█+ +1"))
                .anyMatch(line -> line.matches(" +a\\) no +█+ +2"));
    }

    @Test
    void guessMayComeWithTheCommandAndIsKeptInTheReport() throws IOException {
        var run = CommandRun.of(
                "scenario",
                "run",
                "--guess",
                "two=Anna: b",
                "--guess",
                "many=8",
                "--report",
                folder.resolve("pages").toString(),
                script(ALL));

        assertThat(run.status()).isZero();
        assertThat(folder.resolve("pages").resolve("mine.html"))
                .content()
                .contains("Guesses, and what came out", "Anna", "came out: 10");
    }

    @Test
    void guessAtNothingIsAMistakeAndNothingRuns() throws IOException {
        var file = script(ALL);

        assertThat(CommandRun.of("scenario", "run", "--guess", "tow=b", file).err())
                .isEqualTo("fluxlab: --guess: unknown question of mine tow; did you mean two?\n");
        assertThat(CommandRun.of("scenario", "run", "--guess", "two=c", file))
                .satisfies(run -> assertThat(run.err()).contains("a letter from a to b"))
                .satisfies(run -> assertThat(run.out()).isEmpty())
                .satisfies(run -> assertThat(run.status()).isEqualTo(2));
        assertThat(CommandRun.of("scenario", "run", "--guess", "b", file).err()).contains("mine asks many, two");
        assertThat(CommandRun.of("scenario", "run", "--ask", "--json", file).status())
                .isEqualTo(2);
    }

    @Test
    void showKeepsTheAnswersToItself() throws IOException {
        var file = script(ALL);

        assertThat(CommandRun.of("scenario", "show", file).out())
                .contains("How many?", "b) of course")
                .doesNotContain("As many as there are.", "The primes are found.", "results.counted");
        assertThat(CommandRun.of("scenario", "show", "--answers", file).out())
                .contains("As many as there are.", "The primes are found.")
                .doesNotContain("results.counted");
        assertThat(CommandRun.of("scenario", "show", "--answers", "--details", file)
                        .out())
                .contains("results.counted.virtual == " + ALL);
        assertThat(CommandRun.of("scenario", "show", "--json", file).out())
                .contains("How many?")
                .doesNotContain("results.counted", "As many as there are.");
        assertThat(CommandRun.of("scenario", "show", "--json", "--answers", file)
                        .out())
                .contains("results.counted", "As many as there are.");
    }

    @Test
    void expectationThatDoesNotHoldFailsAndShowsTheFigures() throws IOException {
        var run = CommandRun.of("scenario", "run", script("[2]"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines())
                .contains("  ✗ The primes are found.", "  The figures of step counted")
                .anyMatch(line -> line.matches(" {4}wall +[0-9.]+ +[0-9.]+"))
                .anyMatch(line -> line.startsWith("Not everything expected came out: 0 of 1"));
    }

    @Test
    void quickFormIsTakenWhereItIsAskedFor() throws IOException {
        var run = CommandRun.of("scenario", "run", "--quick", script("[2, 3, 5, 7]"));

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).contains("mine: My own (scaled down)");
    }

    @Test
    void localeOrOptionChoosesTheLanguage() throws IOException {
        var file = script(ALL);

        assertThat(CommandRun.of(Map.of("LANG", "ru_RU.UTF-8"), "scenario", "run", file)
                        .outLines())
                .contains("Что предсказать", "  ✓ Простые числа найдены. (" + ALL + ")");
        assertThat(CommandRun.of(Map.of("LANG", "ru_RU.UTF-8"), "scenario", "run", "--lang", "en", file)
                        .outLines())
                .contains("What to predict", "  ✓ The primes are found. (" + ALL + ")");
    }

    @Test
    void severalScenariosEndInASummary() throws IOException {
        var run = CommandRun.of("scenario", "run", script(ALL), script("[2]"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines())
                .anyMatch(line -> line.matches("✓ {2}mine +1 / 1 .+"))
                .anyMatch(line -> line.matches("✗ {2}mine +0 / 1 .+"))
                .last()
                .asString()
                .startsWith("Not everything expected came out: 1 of 2");
    }

    @Test
    void jsonIsOneEventALineAndNothingElse() throws IOException {
        var run = CommandRun.of("scenario", "run", "--json", script(ALL));

        var types = new ArrayList<String>();
        for (String line : run.outLines()) {
            types.add(json(line).at("/type").asText());
        }
        assertThat(types)
                .startsWith("scenario-started", "step-started", "run-event")
                .endsWith("step-finished", "judged", "revealed", "revealed", "scenario-finished");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void reportHasAPageAndAnIndex() throws IOException {
        var run = CommandRun.of(
                "scenario", "run", "--report", folder.resolve("pages").toString(), script(ALL));

        assertThat(run.status()).isZero();
        assertThat(run.errLines())
                .containsExactly(folder.resolve("pages").resolve("index.html").toString());
        assertThat(folder.resolve("pages").resolve("mine.html")).content().contains("The primes are found.", "<svg");
    }

    @Test
    void mistakesOfAFileAreToldWithTheirPlacesAndNothingRuns() throws IOException {
        var file = script("[2]");
        Files.writeString(
                Path.of(file),
                Files.readString(Path.of(file)).replace("virtual]", "virtaul]").replace("primes,", "primse,"));

        for (var command : List.of("run", "check")) {
            var run = CommandRun.of("scenario", command, file);

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines())
                    .contains(
                            "fluxlab: " + file + ":18:21: unknown workload \"primse\", did you mean \"primes\"?",
                            "fluxlab: " + file + ":18:89: unknown lane \"virtaul\", did you mean \"virtual\"?",
                            "fluxlab: " + file
                                    + ":21:27: unknown lane of step counted \"virtual\", did you mean \"virtaul\"?");
        }
    }

    @Test
    void goodFileIsSaidToBeOne() throws IOException {
        var file = script(ALL);

        var run = CommandRun.of("scenario", "check", file);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(file + ": mine, 1 step, 1 expectation\n");
    }

    @Test
    void listHasNameTitleAndPartOfTheLecture() {
        var run = CommandRun.of("scenario", "list");

        assertThat(run.outLines()).first().asString().matches("scenario +title +part of the lecture");
        assertThat(run.outLines())
                .anyMatch(line -> line.matches("sum-or-max +The sum of the sleeps, or the longest +Multithreading"));
    }

    @Test
    void showRunsNothing() throws IOException {
        var run = CommandRun.of("scenario", "show", "sum-or-max", "--lang", "ru");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).contains("Шаг sleeps", "  дорожки: immediate, bounded-elastic, virtual");
        assertThat(json(CommandRun.of("scenario", "show", "sum-or-max", "--json")
                                .out())
                        .at("/steps/0/id")
                        .asText())
                .isEqualTo("sleeps");
    }

    @Test
    void unknownScenarioIsAnsweredWithTheNearest() {
        var run = CommandRun.of("scenario", "run", "sum-or-mix");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("fluxlab: unknown scenario sum-or-mix; did you mean sum-or-max?\n");
        assertThat(CommandRun.of("scenario", "show", "sum-or-mix", "--lang", "ru")
                        .err())
                .isEqualTo("fluxlab: нет такого сценария: sum-or-mix; может быть, sum-or-max?\n");
        assertThat(CommandRun.of("scenario", "run", "nope", "--lang", "ru").err())
                .startsWith("fluxlab: нет такого сценария: nope; есть ")
                .doesNotContain("known");
    }

    @Test
    void somethingMustBeNamed() {
        assertThat(CommandRun.of("scenario", "run").err()).contains("or else --all");
        assertThat(CommandRun.of("scenario", "run", "--all", "gil").status()).isEqualTo(2);
        assertThat(CommandRun.of("scenario").err()).contains("list", "show", "run", "check");
    }

    @Test
    void serverThatIsNotThereIsUnreachable() {
        assertThat(CommandRun.of("scenario", "run", "sum-or-max", "--server", "tcp://127.0.0.1:1")
                        .status())
                .isEqualTo(3);
    }

    private String script(String primes) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "mine", ".yaml"), SCRIPT.replace("EXPECTED", primes))
                .toString();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
