package io.fluxlab.scenario;

import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Mention;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must come out. Immutable.
 *
 * @param that the condition
 * @param given where this does not hold, the condition says nothing; null where it always counts
 * @param proves the sentence that is true where the condition holds
 */
public record Expectation(Expression that, @Nullable Expression given, Text proves) {

    /** The figures that it names. */
    public List<Mention> mentions() {
        return Stream.of(Stream.of(that), Stream.ofNullable(given))
                .flatMap(each -> each)
                .flatMap(each -> each.mentions().stream())
                .toList();
    }
}
