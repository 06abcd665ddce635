package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say the same things about a comparison. */
class ReportWordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesHaveTheSameKeysAndNameTheSameArguments() {
        assertThat(arguments("ru")).isNotEmpty().isEqualTo(arguments("en"));
    }

    private static Map<String, Set<String>> arguments(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "io.fluxlab.cli.figure.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, Set<String>> arguments = new TreeMap<>();
        words.keySet()
                .forEach(key -> arguments.put(
                        key,
                        ARGUMENT.matcher(words.getString(key))
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return arguments;
    }
}
