package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.Expectation;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every expectation fails in a world that is broken where it looks: otherwise it would prove nothing. The figures are those of
 * the one performance that {@link io.fluxlab.scenario.ScenariosIT} judges, changed. {@code -Dscenario=gil} takes only that one.
 */
class MutationsIT {

    @TestFactory
    Stream<DynamicContainer> everyExpectationFailsInItsBrokenWorld() {
        return Performance.names()
                .map(name -> DynamicContainer.dynamicContainer(
                        name,
                        Mutation.of(name).entrySet().stream()
                                .map(entry -> DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> fails(Performance.of(name), entry.getKey(), entry.getValue())))));
    }

    private static void fails(Performance performance, String proves, Mutation mutation) {
        var expectation = performance.scenario().expectations().stream()
                .filter(each -> Mutation.key(each).equals(proves))
                .findFirst()
                .orElseThrow();
        var world = mutation.world(performance, expectation);

        assertThat(isJudged(expectation, world))
                .as("judged where %s, given %s", mutation.broken(), expectation.given())
                .isTrue();
        assertThat(expectation.that().judge(world))
                .as("where %s", mutation.broken())
                .satisfies(
                        judgement -> assertThat(judgement.problem()).isNull(),
                        judgement -> assertThat(judgement.held()).isFalse());
    }

    private static boolean isJudged(Expectation expectation, java.util.Map<String, Object> world) {
        var given = expectation.given();
        return given == null || given.judge(world).held();
    }
}
