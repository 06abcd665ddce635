package io.fluxlab.scenario.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.wording.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessReaderTest {
    private static final Question CHOICE = new Question(
            "which",
            Text.of("Which?"),
            new Question.Choices(List.of(
                    new Question.Choice(Text.of("one"), Expression.compile("false")),
                    new Question.Choice(Text.of("two"), Expression.compile("true")))));
    private static final Question NUMBER =
            new Question("many", Text.of("How many?"), new Question.Amount(Expression.number("2.0"), Text.of(""), 0.1));

    @Test
    void classGivesItsGuessesOnOneLine() {
        assertThat(GuessReader.read(CHOICE, " a x12, Anna: b; B "))
                .containsExactly(new Guess("", 0, null, 12), new Guess("Anna", 1, null, 1), new Guess("", 1, null, 1));
        assertThat(GuessReader.read(NUMBER, "2.5, Анна: -3, 2 х 4"))
                .containsExactly(
                        new Guess("", null, 2.5, 1), new Guess("Анна", null, -3.0, 1), new Guess("", null, 2.0, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,5 | 2.5",
                "-0,125 | -0.125",
                "2, 5 | 2 5",
                "2 , 5 | 2 5",
                "2;5 | 2 5",
                "2,5, 3 | 2.5 3",
                "2,5; Анна: 3,5 | 2.5 3.5",
                "Anna: 2,Ben: 5 | 2 5",
                "2 x12,3 x5 | 2 3",
                "2,5 x12,3,5 x5 | 2.5 3.5",
                "1000 | 1000"
            })
    void commaBetweenTheDigitsOfANumberIsADecimalOne(String line, String values) {
        assertThat(GuessReader.read(NUMBER, line))
                .extracting(Guess::value)
                .containsExactly(
                        Arrays.stream(values.split(" ")).map(Double::valueOf).toArray(Double[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,5,3", "1,000", "Anna: 12,345", "1,000,000"})
    void whatCanBeReadInTwoWaysIsRefusedWithBoth(String line) {
        assertThatThrownBy(() -> GuessReader.read(NUMBER, line))
                .isInstanceOfSatisfying(WrongGuessException.class, e -> {
                    assertThat(e)
                            .hasMessageContaining("\"" + line + "\"")
                            .hasMessageContaining("2.5 or 2,5")
                            .hasMessageContaining("(2, 5)");
                    assertThat(e.in(Language.RU)).contains("2,5 или 2.5", "(2, 5)");
                });
    }

    @Test
    void blankLineIsNoGuess() {
        assertThat(GuessReader.read(CHOICE, "  ")).isEmpty();
    }

    @Test
    void letterOfTheCyrillicKeyboardCounts() {
        assertThat(GuessReader.read(CHOICE, "а, Б")).extracting(Guess::choice).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "ab", "1", "a x0", ": a", "a x", "a b"})
    void whatIsNoChoiceIsToldWithWhatWouldBe(String line) {
        assertThatThrownBy(() -> GuessReader.read(CHOICE, line))
                .isInstanceOfSatisfying(WrongGuessException.class, e -> {
                    assertThat(e).hasMessageContaining("from a to b");
                    assertThat(e.in(Language.RU)).contains("от a до b");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1.", "2,5 raz", "NaN", "1e3"})
    void whatIsNoNumberIsTold(String line) {
        assertThatThrownBy(() -> GuessReader.read(NUMBER, line))
                .isInstanceOf(WrongGuessException.class)
                .hasMessageContaining("is no number");
    }

    @Test
    void firstChoiceThatHoldsCameOut() {
        var answer = Answer.of(CHOICE, java.util.Map.of());

        assertThat(answer).isEqualTo(new Answer(1, null, null));
        assertThat(answer.fits(CHOICE, new Guess("", 1, null, 1))).isTrue();
        assertThat(answer.fits(CHOICE, new Guess("", 0, null, 1))).isFalse();
    }

    @Test
    void numberIsNearWithinItsPart() {
        var answer = Answer.of(NUMBER, java.util.Map.of());

        assertThat(answer).isEqualTo(new Answer(null, 2.0, null));
        assertThat(answer.fits(NUMBER, new Guess("", null, 2.2, 1))).isTrue();
        assertThat(answer.fits(NUMBER, new Guess("", null, 1.7, 1))).isFalse();
    }

    @Test
    void questionWhoseFiguresAreMissingHasNoAnswer() {
        var missing = new Question(
                "ratio", Text.of("?"), new Question.Amount(Expression.number("ratio.s.virtual"), Text.of(""), 0.1));

        assertThat(Answer.of(missing, java.util.Map.of("ratio", java.util.Map.of()))
                        .problem())
                .isNotNull();
    }
}
