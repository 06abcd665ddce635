package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.wording.Language;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

    @ParameterizedTest
    @CsvSource({
        "1, раз, 1 раз",
        "2, раз, 2 раза",
        "4, раз, 4 раза",
        "5, раз, 5 раз",
        "11, раз, 11 раз",
        "12, раз, 12 раз",
        "14, раз, 14 раз",
        "21, раз, 21 раз",
        "22, раз, 22 раза",
        "112, раз, 112 раз",
        "3.594, раз, 3.594 раза",
        "2.00001, раз, 2 раза",
        "0.5, раз, 0.5 раза",
        "100, раз, 100 раз",
        "10000, раз, 10000 раз",
        "1, потоков, 1 поток",
        "3, потоков, 3 потока",
        "7, кадров, 7 кадров",
        "2, мс, 2 мс",
        "1e300, раз, 10000000000… раз"
    })
    void russianUnitHasTheFormThatTheNumberAsksFor(double value, String unit, String told) {
        var times = new Text(Map.of(Language.EN, "times", Language.RU, unit));
        var question = new Question("q", Text.of("?"), new Question.Amount(Expression.number("2.0"), times, 0.1));

        assertThat(question.told(null, value, Language.RU)).isEqualTo(told);
        assertThat(question.told(null, value, Language.EN)).endsWith(" times");
    }
}
