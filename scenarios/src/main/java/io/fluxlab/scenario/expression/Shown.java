package io.fluxlab.scenario.expression;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of expressions the way people read them. */
public final class Shown {

    private static final MathContext DIGITS = new MathContext(4);

    private Shown() {}

    /** The value in at most so many characters. */
    public static String value(Object value, int most) {
        String text = text(value, most);
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }

    /**
     * The numbers among what was seen, also several of them, each in at most so many characters; empty where there are none.
     * Names and texts are those of the code, and not what a class looks at.
     */
    public static String numbers(List<Seen> seen, int most) {
        return seen.stream()
                .filter(part -> !part.inner() && isNumber(part.value()))
                .map(part -> value(part.value(), most))
                .collect(Collectors.joining("; "));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number
                || (value instanceof Collection<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Number.class::isInstance));
    }

    private static String text(Object value, int most) {
        return switch (value) {
            case Double number -> number(number);
            case String word -> '"' + word + '"';
            case NullValue none -> "null";
            case Collection<?> list -> list(list, most);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue(), most))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> String.valueOf(value);
        };
    }

    /** As many elements as there is room for, and how many there are. */
    private static String list(Collection<?> list, int most) {
        StringBuilder text = new StringBuilder("[");
        String tail = "] (" + String.format(Locale.ROOT, "%,d", list.size()) + ")";
        for (Object element : list) {
            String next = (text.length() == 1 ? "" : ", ") + text(element, most);
            int room = most - text.length() - tail.length() - 3;
            if (next.length() > room) {
                boolean isFirst = text.length() == 1;
                String begun = isFirst ? next.substring(0, Math.clamp(room, 0, next.length())) : ", ";
                return text.append(begun).append('…').append(tail).toString();
            }
            text.append(next);
        }
        return text.append("]").toString();
    }

    private static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return String.valueOf(number);
        }
        return Math.abs(number) >= 10_000
                ? String.format(Locale.ROOT, "%.0f", number)
                : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
