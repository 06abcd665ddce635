package io.fluxlab.scenario.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an expression. Immutable.
 *
 * @param held whether it is true
 * @param seen the parts of it that say why, with their values
 * @param problem why it has no value; null where it has one
 */
public record Judgement(
        boolean held, List<Seen> seen, @Nullable String problem) {

    public Judgement {
        seen = List.copyOf(seen);
    }
}
