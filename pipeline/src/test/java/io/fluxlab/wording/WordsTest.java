package io.fluxlab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages have the same sentences, about the same things. */
class WordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    /** What is written in Java, and what is called the same in every language. */
    private static final Pattern CODE =
            Pattern.compile("[A-Z]\\w+\\.\\w+\\([.]*\\)|\\b[a-z]+[A-Z]\\w*|\\btimeout\\b|\\binterval\\b|\\bblock\\(\\)"
                    + "|--[a-z][a-z-]*|-D[\\w.=]+|\\b(Reactor Netty|Reactor|CompletableFuture|Mono|JVM|Java)\\b");

    private static final Pattern LATIN = Pattern.compile("(?<!p)[A-Za-z]{2,}");

    @Test
    void bothLanguagesHaveTheSameKeysAndNameTheSameArguments() {
        assertThat(arguments("ru")).isEqualTo(arguments("en"));
    }

    @Test
    void nothingInRussianIsHalfEnglish() {
        assertThat(patterns("ru"))
                .allSatisfy((key, sentence) -> assertThat(
                                LATIN.matcher(CODE.matcher(sentence).replaceAll(""))
                                        .results())
                        .as(key)
                        .extracting(MatchResult::group)
                        .isEmpty());
    }

    /** "Latencies on parallel are shorter, but keeps the loop free" says it of the latencies. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void whereLatenciesAreTheSubjectTheLaneIsNamedAgain(String language) {
        Map<String, String> patterns = patterns(language);

        assertThat(patterns.keySet().stream()
                        .filter(key -> key.matches(".*\\b(calm|harm)\\.(more|less)\\..*") && !key.endsWith(".load")))
                .hasSize(10)
                .allSatisfy(key -> assertThat(patterns.get(key + ".load")).contains("{4}"));
    }

    @Test
    void everySentenceCanBeSaid() {
        for (String language : Set.of("en", "ru")) {
            assertThat(patterns(language))
                    .allSatisfy((key, sentence) -> assertThat(said(new MessageFormat(sentence, Locale.ROOT)))
                            .doesNotContain("{"));
        }
    }

    /** With a number where the sentence depends on one. */
    private static String said(MessageFormat sentence) {
        return sentence.format(Stream.of(sentence.getFormatsByArgumentIndex())
                .map(format -> format == null ? "text" : (Object) 2)
                .toArray());
    }

    @ParameterizedTest
    @CsvSource({"640,640 нс", "41000,41 мкс", "412000,0.41 мс", "812000000,812 мс", "1940000000,1.94 с"})
    void timesHaveTheirUnits(long nanos, String text) {
        assertThat(new Words("io.fluxlab.wording.words", Language.RU).time(nanos))
                .isEqualTo(text);
    }

    private static Map<String, Set<String>> arguments(String language) {
        return patterns(language).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> ARGUMENT.matcher(entry.getValue())
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static Map<String, String> patterns(String language) {
        Map<String, String> patterns = new TreeMap<>();
        for (String name : Set.of("words", "findings")) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("io.fluxlab.wording." + name, Locale.forLanguageTag(language));
            bundle.keySet().forEach(key -> patterns.put(name + "/" + key, bundle.getString(key)));
        }
        return patterns;
    }
}
