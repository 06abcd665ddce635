package io.fluxlab.lecture.queues;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** What the lecture's program asks of Python's texts: {@code split()}, {@code isdigit()} and {@code int()}. */
final class PythonText {

    /** What Python takes for white space, and Java's expressions do not all. */
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+");

    /**
     * Decimal digits of all scripts, and what Unicode gives the numeric type Digit: superscripts, circled digits and the
     * like, which {@code isdigit()} takes for digits and {@code int()} does not.
     */
    private static final Pattern DIGITS = Pattern.compile("[\\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070"
            + "\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff"
            + "\u2776-\u277e\u2780-\u2788\u278a-\u2792\\x{10a40}-\\x{10a43}\\x{10e60}-\\x{10e68}"
            + "\\x{11052}-\\x{1105a}\\x{1f100}-\\x{1f10a}]+");

    /** The most digits of a number that Python turns into a text or back, unless told otherwise. */
    private static final int MOST_DIGITS = 4300;

    private PythonText() {}

    /** The words of a line. */
    static List<String> split(String line) {
        return WHITE_SPACE.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
    }

    static boolean isDigit(String text) {
        return DIGITS.matcher(text).matches();
    }

    /**
     * {@code f'{int(text) ** 2}'} of a text for which {@link #isDigit} holds.
     *
     * @throws NumberFormatException where Python raises a {@code ValueError}
     */
    static String square(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int value = Character.digit(character, 10);
            if (value < 0) {
                throw new NumberFormatException("invalid literal for int() with base 10: '" + text + "'");
            }
            digits.append(value);
        });
        return checked(new BigInteger(checked(digits.toString())).pow(2).toString());
    }

    private static String checked(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new NumberFormatException(
                    "Exceeds the limit (" + MOST_DIGITS + " digits) for integer string conversion");
        }
        return digits;
    }
}
