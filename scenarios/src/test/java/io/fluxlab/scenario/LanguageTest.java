package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.wording.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {
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

    @Test
    void missingLanguageIsReplacedByOneThatIsThere() {
        assertThat(new Text(Map.of(Language.EN, "words")).in(Language.RU)).isEqualTo("words");
    }
}
