package io.fluxlab.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as messages show them: as {@link String#valueOf(Object)} does, but no further than they are shown. What a stranger
 * sends may be long, nested a thousand deep or a number with more digits than there is memory. Stateless.
 */
public final class Shown {

    /** Beyond this a number is not written out: the digits of a whole one cost the square of their number. */
    private static final int MOST_BITS = 2048;

    private final StringBuilder text = new StringBuilder();
    private final int most;

    private Shown(int most) {
        this.most = most;
    }

    /** The value, a text in quotes, by its beginning where it is long. */
    static String briefly(Object value) {
        return Names.shortened(value instanceof String text ? quoted(text) : beginning(value, Names.MOST_SHOWN));
    }

    private static String quoted(String text) {
        return "\"" + text.substring(0, Math.min(text.length(), Names.MOST_SHOWN)) + "\"";
    }

    /** Whether the value takes more characters than this. */
    public static boolean isLongerThan(int most, Object value) {
        return beginning(value, most).length() > most;
    }

    /** The value, or so many of its characters and a few more. */
    public static String beginning(Object value, int most) {
        Shown shown = new Shown(most);
        shown.add(value);
        return shown.text.toString();
    }

    private boolean isEnough() {
        return text.length() > most;
    }

    private void add(Object value) {
        switch (value) {
            case List<?> list -> add("[", list, "]");
            case Map<?, ?> map -> add("{", map.entrySet(), "}");
            case Map.Entry<?, ?> entry -> {
                add(String.valueOf(entry.getKey()));
                text.append('=');
                addNullable(entry.getValue());
            }
            case String string -> text.append(string, 0, Math.min(string.length(), most + 1));
            case BigInteger number -> addNumber(number, number);
            case BigDecimal number -> addNumber(number, number.unscaledValue());
            default -> text.append(value);
        }
    }

    private void addNullable(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else {
            add(value);
        }
    }

    private void add(String opening, Collection<?> parts, String closing) {
        text.append(opening);
        for (Iterator<?> each = parts.iterator(); each.hasNext() && !isEnough(); ) {
            addNullable(each.next());
            if (each.hasNext()) {
                text.append(", ");
            }
        }
        text.append(closing);
    }

    private void addNumber(Number number, BigInteger digits) {
        if (digits.bitLength() <= MOST_BITS) {
            text.append(number);
        } else {
            text.append("a number of some ")
                    .append((long) (digits.bitLength() * Math.log10(2)))
                    .append(" digits");
        }
    }
}
