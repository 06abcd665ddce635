package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.wording.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 0 | 0 | Everything expected came out: 4 of 4, | Всё ожидаемое подтвердилось: 4 из 4,",
                "2 | 0 | 2 | Everything that could be judged came out: 2 of 4, | Подтвердилось всё, что удалось проверить: 2 из 4,",
                "0 | 0 | 4 | Nothing expected could be judged: 0 of 4, | Ничего из ожидаемого проверить не удалось: 0 из 4,",
                "0 | 1 | 3 | Not everything expected came out: 0 of 4, | Подтвердилось не всё ожидаемое: 0 из 4,"
            })
    void endingTellsWhatWasJudged(int held, int failed, int undecided, String english, String russian) {
        var end = new ScenarioFinished(1, 1_000_000, "mine", held, failed, undecided);

        assertThat(ending(end, Language.EN)).startsWith(english);
        assertThat(ending(end, Language.RU)).startsWith(russian);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 0 | ✓ | Everything expected came out: 2 of 2,",
                "0 | 4 | – | Everything that could be judged came out: 1 of 2,",
                "2 | 2 | ✓ | Everything that could be judged came out: 2 of 2,"
            })
    void summaryCountsWhereSomethingWasJudged(int held, int undecided, String mark, String text) {
        var summary = new ScenarioSummary(List.of(
                new ScenarioFinished(1, 1_000_000, "one", held, 0, undecided),
                new ScenarioFinished(1, 1_000_000, "two", 1, 0, 0)));

        assertThat(summary.lines(Language.EN, Palette.PLAIN))
                .anyMatch(line -> line.startsWith(mark) && line.contains("one"))
                .last()
                .asString()
                .startsWith(text);
    }

    private static String ending(ScenarioFinished end, Language language) {
        return String.join(" ", new ScenarioText(language, Palette.PLAIN, 200, false).ending(end));
    }
}
