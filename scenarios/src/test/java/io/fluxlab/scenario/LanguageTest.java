package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {
    /** Four English words in a row are no name. */
    private static final String ENGLISH_SENTENCE = "(?<![\"«(:])\\b[a-z]{2,}( [a-z]{2,}){3}\\b";

    @Test
    void localeOfTheEnvironmentDecides() {
        assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LANG", "ru_RU.UTF-8"))).isEqualTo(Language.RU);
        assertThat(Language.of(Map.of("LANG", "ru"))).isEqualTo(Language.RU);
        assertThat(Language.of(Map.of("LANG", "rue_UA.UTF-8"))).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.EN);
    }

    @Test
    void strongerVariableWinsAndAnEmptyOneDoesNotCount() {
        assertThat(Language.of(Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "ru_RU.UTF-8")))
                .isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LC_ALL", "", "LC_MESSAGES", "ru_RU", "LANG", "en_GB")))
                .isEqualTo(Language.RU);
    }

    /** Names of code and what somebody is quoted with stay as they are; a sentence does not. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyTextIsInItsLanguage(String name) {
        var scenario = Scripts.read(name, ScriptReader.ofTextsAlone());
        var texts = new ArrayList<Text>(List.of(
                scenario.title(),
                scenario.explanation().predict(),
                scenario.explanation().shows()));
        scenario.expectations().forEach(expectation -> texts.add(expectation.proves()));
        scenario.questions().forEach(question -> {
            texts.add(question.asks());
            if (question.form() instanceof Question.Choices choices) {
                choices.all().forEach(choice -> texts.add(choice.says()));
            }
        });
        scenario.originals().forEach(twin -> twin.differences().forEach(difference -> texts.add(difference.says())));

        assertThat(LectureHeadings.in(Language.EN, scenario.lecture())).doesNotContainPattern("[А-яё]");
        assertThat(LectureHeadings.in(Language.RU, scenario.lecture())).isEqualTo(scenario.lecture());
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.words()).containsOnlyKeys(Language.values());
            assertThat(text.in(Language.EN)).doesNotContainPattern("[А-яё]");
            assertThat(text.in(Language.RU).replaceAll("\"[^\"]*\"", ""))
                    .containsPattern("[А-яё]")
                    .doesNotContainPattern(ENGLISH_SENTENCE);
        });
    }

    private static Stream<String> scenarios() {
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream());
    }

    @Test
    void missingLanguageIsReplacedByOneThatIsThere() {
        assertThat(new Text(Map.of(Language.EN, "words")).in(Language.RU)).isEqualTo("words");
    }
}
