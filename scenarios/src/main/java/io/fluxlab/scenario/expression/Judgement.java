package io.fluxlab.scenario.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an expression. Immutable.
 *
 * @param held whether it is true
 * @param value the number that it is; null where it is none
 * @param seen the parts of it that say why, with their values
 * @param problem why it has no value; null where it has one
 */
public record Judgement(
        boolean held,
        @Nullable Double value,
        List<Seen> seen,
        @Nullable String problem) {

    public Judgement {
        seen = List.copyOf(seen);
    }

    /** Of an expression that has no value. */
    public static Judgement impossible(List<Seen> seen, String problem) {
        return new Judgement(false, null, seen, problem);
    }
}
