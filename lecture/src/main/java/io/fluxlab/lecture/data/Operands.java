package io.fluxlab.lecture.data;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Names;
import io.fluxlab.parameter.Param;

/**
 * One set of operands of {@code +}, each as text: {@code 1}, {@code "a"}, {@code [1, 2]}. Immutable. The text form of
 * both is {@code 1 + 2}.
 *
 * @param left the left operand
 * @param right the right operand
 */
public record Operands(
        @Param(value = "left operand: an integer, a string in double quotes or a list", max = 10_000)
        String left,

        @Param(value = "right operand: an integer, a string in double quotes or a list", max = 10_000)
        String right) {

    public Operands {
        requireOperand("left", left);
        requireOperand("right", right);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException where it is none; its message says what would be right
     */
    public static Operands parse(String text) {
        int plus = plus(text);
        if (plus >= 0) {
            String left = text.substring(0, plus);
            String right = text.substring(plus + 1);
            if (Operand.parse(left).isPresent() && Operand.parse(right).isPresent()) {
                return new Operands(left.trim(), right.trim());
            }
        }
        throw new IllegalArgumentException("two integers, strings or lists like 1 + 2, \"a\" + \"b\" or [1] + [2, 3]");
    }

    /** Where the operator is, the first plus outside of strings and lists; -1 where there is none. */
    private static int plus(String text) {
        boolean isInString = false;
        int lists = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> isInString = !isInString;
                case '[' -> lists += isInString ? 0 : 1;
                case ']' -> lists -= isInString ? 0 : 1;
                case '+' -> {
                    if (!isInString && lists == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The first operand, and the second added to it. */
    Added add() {
        Operand first = Operand.parse(left).orElseThrow();
        Operand second = Operand.parse(right).orElseThrow();
        Operand sum = first.plus(second);
        return new Added(sum.type(), first.shown(), second.shown(), sum.shown());
    }

    private static void requireOperand(String field, String text) {
        if (Operand.parse(text).isEmpty()) {
            throw InvalidRequestException.of(
                    field,
                    text,
                    field + " must be an integer, a string in double quotes or a list, was " + Names.shortened(text));
        }
    }
}
