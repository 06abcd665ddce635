package io.fluxlab.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Object> FIGURES = figures(Map.of(
            "wall", Map.of("s", Map.of("immediate", 100.0, "bounded-elastic", 25.0)),
            "ratio", Map.of("s", Map.of("bounded-elastic", 0.25)),
            "recommended", Map.of("s", "bounded-elastic"),
            "threads", Map.of("s", Map.of("immediate", 1L)),
            "results",
                    Map.of(
                            "s",
                            Map.of(
                                    "immediate",
                                    List.of(3L, 1L, 2L, 2L),
                                    "bounded-elastic",
                                    List.of(Map.of("torn", 4L, "by", "thread-1")))),
            "order", Map.of("s", Map.of("immediate", Map.of("started", List.of(0L, 1L)))),
            "bystander", Map.of("s", Map.of("immediate", Map.of("p99Millis", 70.5)))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near(wall.s.immediate, 102, 0.02)",
                "!near(wall.s.immediate, 103, 0.02)",
                "near(wall.s.immediate, wall.s[\"bounded-elastic\"] * 4.0, 0.0)",
                "ratio.s[\"bounded-elastic\"] < 1",
                "recommended.s == \"bounded-elastic\"",
                "threads.s.immediate == 1",
                "sum(results.s.immediate) == 8",
                "sum([1, 0.5]) == 1.5",
                "min(results.s.immediate) == 1 && max(results.s.immediate) == 3",
                "distinct(results.s.immediate) == [3, 1, 2]",
                "sorted(results.s.immediate) == [1, 2, 2, 3]",
                "sorted([\"b\", \"a\"])[0] == \"a\"",
                "max([1, 2.5, 2]) == 2.5",
                "results.s[\"bounded-elastic\"][0].torn > 0",
                "results.s[\"bounded-elastic\"].all(item, item.by.startsWith(\"thread-\"))",
                "results.s.immediate.filter(n, n == 2).size() == 2",
                "order.s.immediate.started == [0, 1]",
                "bystander.s.immediate.p99Millis > 70",
                "math.abs(-2) == 2",
                "!has(results.s[\"bounded-elastic\"][0].lost)"
            })
    void holds(String that) {
        var judgement = Expression.compile(that).judge(FIGURES);

        assertThat(judgement.problem()).isNull();
        assertThat(judgement.held()).isTrue();
    }

    @Test
    void everyPartThatSaysWhyIsSeenWithItsValue() {
        var judgement = Expression.compile("wall.s.immediate > 4.0 * wall.s[\"bounded-elastic\"]"
                        + " && max(results.s.immediate) < 9 && results.s.immediate.all(n, n > 0)")
                .judge(FIGURES);

        assertThat(judgement.held()).isFalse();
        assertThat(seen(judgement))
                .containsEntry("wall.s.immediate", 100.0)
                .containsEntry("wall.s[\"bounded-elastic\"]", 25.0)
                .containsEntry("4.0 * wall.s[\"bounded-elastic\"]", 100.0);
    }

    @Test
    void macroIsSeenAsAWholeAndWithWhatItWentThrough() {
        var judgement = Expression.compile("results.s.immediate.filter(n, n > 1).size() == 1 || ratio.s.x < 0")
                .judge(FIGURES);

        assertThat(seen(judgement))
                .containsEntry("results.s.immediate.filter(n, n > 1)", List.of(3L, 2L, 2L))
                .containsEntry("results.s.immediate.filter(n, n > 1).size()", 3L)
                .containsEntry("results.s.immediate", List.of(3L, 1L, 2L, 2L));
    }

    @Test
    void partsOfPartsAreToldFromThoseThatAreCompared() {
        var judgement = Expression.compile("near(wall.s.immediate, double(max(results.s.immediate)) * 30.0, 0.2)")
                .judge(FIGURES);

        assertThat(judgement.seen())
                .containsExactly(
                        new Seen("wall.s.immediate", 100.0, false),
                        new Seen("double(max(results.s.immediate)) * 30.0", 90.0, false),
                        new Seen("max(results.s.immediate)", 3L, true),
                        new Seen("results.s.immediate", List.of(3L, 1L, 2L, 2L), true));
    }

    @Test
    void figureThatIsNotThereIsAProblemAndNoException() {
        var judgement = Expression.compile("wall.s.virtual < 1").judge(FIGURES);

        assertThat(judgement.held()).isFalse();
        assertThat(judgement.problem()).contains("virtual");
    }

    @Test
    void functionSaysWhatItNeeds() {
        assertThat(Expression.compile("max(results.s.none) > 1")
                        .judge(figures(Map.of("results", Map.of("s", Map.of("none", List.of())))))
                        .problem())
                .contains("max of an empty list");
        assertThat(Expression.compile("near(wall.s.immediate, \"x\", 0.1)")
                        .judge(FIGURES)
                        .problem())
                .contains("a number is needed here, was x");
    }

    @Test
    void misspeltFigureIsAnsweredWithTheNearestAndItsPlace() {
        assertThatThrownBy(() -> Expression.compile("wall.s.a < 1 && ratoi.s.a < 1"))
                .isInstanceOfSatisfying(
                        WrongExpressionException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(new Fault(16, "unknown name \"ratoi\", did you mean \"ratio\"?")));
    }

    @Test
    void wholeNumberBesideAFigureIsExplained() {
        assertThatThrownBy(() -> Expression.compile("wall.s.a == 2 || wall.s.a * 2 < 3"))
                .hasMessageContaining("write 2.0 instead of 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall.s.a", "wall.s.a <", "1 == \"x\"", "import(\"java.io.File\")", "near(1.0, 2.0)"})
    void whatIsNoConditionIsRefused(String that) {
        assertThatThrownBy(() -> Expression.compile(that))
                .isInstanceOfSatisfying(
                        WrongExpressionException.class,
                        e -> assertThat(e.faults()).isNotEmpty());
    }

    @Test
    void nestedMacrosEndAtABound() {
        var many = IntStream.range(0, 1000).mapToObj(Long::valueOf).toList();
        var that = Expression.compile("results.s.a.all(x, results.s.a.all(y, results.s.a.all(z, z >= 0)))");

        var judgement = that.judge(figures(Map.of("results", Map.of("s", Map.of("a", many)))));

        assertThat(judgement.held()).isFalse();
        assertThat(judgement.problem()).containsIgnoringCase("iteration");
    }

    @Test
    void mentionsNameStepsAndLanesAndWhereTheyStand() {
        var mentions = Expression.compile("wall.s.virtual < ratio.t[\"bounded-elastic\"]")
                .mentions();

        assertThat(mentions)
                .containsExactly(
                        new Mention(Figure.WALL, "s", "virtual", null, new Mention.At(5, 7, 0)),
                        new Mention(Figure.RATIO, "t", "bounded-elastic", null, new Mention.At(23, 25, 0)));
    }

    @Test
    void nameThatAMacroTakesIsNoFigure() {
        var mentions = Expression.compile("results.s.a.all(wall, wall.x.y > 0)").mentions();

        assertThat(mentions).extracting(Mention::figure).containsOnly(Figure.RESULTS);
    }

    private static Map<String, Object> seen(Judgement judgement) {
        return judgement.seen().stream().collect(Collectors.toMap(Seen::part, Seen::value));
    }

    private static Map<String, Object> figures(Map<String, Object> some) {
        var all = new HashMap<String, Object>();
        Arrays.stream(Figure.values()).forEach(figure -> all.put(figure.id(), Map.of()));
        all.putAll(some);
        return all;
    }
}
