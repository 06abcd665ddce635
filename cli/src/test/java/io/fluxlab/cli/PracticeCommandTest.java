package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.assignment.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PracticeCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void startWritesAProjectAndNothingOverOne(Assignment assignment) {
        String project = folder.resolve("mine").toString();

        assertThat(CommandRun.of("lecture", "start", assignment.number(), project)
                        .status())
                .isZero();
        assertThat(folder.resolve("mine/pom.xml")).content().doesNotContain("@");
        assertThat(folder.resolve("mine/README.md")).content().startsWith("# Assignment " + assignment.number());
        assertThat(folder.resolve("mine/README.ru.md")).content().startsWith("# Задание " + assignment.number());
        var again = CommandRun.of("lecture", "start", assignment.number(), project);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("is not empty");
    }

    @Test
    void whatIsNoAssignmentIsBadUsage() throws IOException {
        assertThat(CommandRun.of("lecture", "start", "4", folder.toString()).err())
                .contains("must be 1, 2 or 3, was 4");
        assertThat(CommandRun.of("lecture", "check", folder.toString()).status())
                .isEqualTo(2);
        assertThat(CommandRun.of("lecture", "check", folder.toString()).err()).contains("holds no assignment");
        Files.writeString(folder.resolve(Assignment.MARK), "assignment=9");
        assertThat(CommandRun.of("lecture", "check", folder.toString()).err()).contains("must be 1, 2 or 3, was '9'");
        assertThat(CommandRun.of("lecture", "check", folder.toString(), "--hint", "4")
                        .err())
                .contains("--hint must be between 0 and 3, was 4");
    }

    @Test
    void mistakesOfTheCompilerAreToldWithTheirPlaces() throws IOException {
        Path project = folder.resolve("mine");
        CommandRun.of("lecture", "start", "2", project.toString());
        Path source = project.resolve("src/main/java/practice/Addition.java");
        Files.writeString(source, Files.readString(source).replace("public final class", "public final clas"));

        var run = CommandRun.of("lecture", "check", project.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("It does not compile:")
                .containsPattern("src/main/java/practice/Addition.java:6:\\d+: ");
        assertThat(project.resolve("report.md")).content().contains("Addition.java:6:");
    }

    @Test
    void signatureThatWasChangedIsSaidToBeThat() throws IOException {
        Path project = folder.resolve("mine");
        CommandRun.of("lecture", "start", "2", project.toString());
        Path source = project.resolve("src/main/java/practice/Addition.java");
        Files.writeString(
                source,
                Files.readString(source).replace("Object add(List<?> operands)", "Object sum(List<?> operands)"));

        var run = CommandRun.of("lecture", "check", project.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("is not as in the skeleton any more: cannot find symbol");
    }

    @ParameterizedTest
    @EnumSource
    void everyPointHasATitleAndThreeHintsInBothLanguages(Assignment assignment) {
        for (String language : new String[] {"en", "ru"}) {
            var words = words(language);
            assertThat(assignment.points()).allSatisfy(point -> {
                String key = point.equals(Assignment.STATE) ? point : assignment.number() + "." + point;
                assertThat(words.keySet()).contains(key, key + ".hint.1", key + ".hint.2", key + ".hint.3");
            });
        }
    }

    @Test
    void everySentenceThatAHiddenCheckAsksForIsThere() {
        var words = words("en");
        for (Assignment assignment : Assignment.values()) {
            assertThat(Pattern.compile("(?:unless\\([^;]*?|Unmet\\()\"([a-z.]+)\"")
                            .matcher(assignment.hiddenChecks())
                            .results()
                            .map(found -> "wrong." + found.group(1)))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(words.keySet()).contains(key));
        }
    }

    /** MessageFormat drops an apostrophe that is alone, and takes what is between two of them as it stands. */
    @Test
    void apostrophesAreWrittenTwice() {
        for (String language : new String[] {"en", "ru"}) {
            var words = words(language);
            assertThat(words.keySet())
                    .allSatisfy(key -> assertThat(
                                    words.getString(key).replace("''", "").replaceAll("'[{}]'", ""))
                            .doesNotContain("'"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNameTheSameArguments() {
        assertThat(arguments("ru")).isNotEmpty().isEqualTo(arguments("en"));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "io.fluxlab.cli.practice.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Map<String, Set<String>> arguments(String language) {
        var words = words(language);
        var arguments = new TreeMap<String, Set<String>>();
        words.keySet()
                .forEach(key -> arguments.put(
                        key,
                        Pattern.compile("\\{(\\d)")
                                .matcher(words.getString(key))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return arguments;
    }
}
