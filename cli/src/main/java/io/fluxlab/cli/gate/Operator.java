package io.fluxlab.cli.gate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How a gate compares. */
enum Operator {
    AT_MOST("<=", order -> order <= 0),
    AT_LEAST(">=", order -> order >= 0),
    EQUAL("==", order -> order == 0),
    DIFFERENT("!=", order -> order != 0),
    LESS("<", order -> order < 0),
    MORE(">", order -> order > 0);

    private final String sign;
    private final IntPredicate holds;

    Operator(String sign, IntPredicate holds) {
        this.sign = sign;
        this.holds = holds;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst();
    }

    <T extends Comparable<T>> boolean holds(T left, T right) {
        return holds.test(left.compareTo(right));
    }

    boolean isEquality() {
        return this == EQUAL || this == DIFFERENT;
    }
}
