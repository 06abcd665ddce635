package io.fluxlab.server.log;

/**
 * Text that came from elsewhere, as it can be written into one line of a log: what would end the line, move the cursor of
 * the terminal that shows it, or turn the direction of reading is written as an escape (CWE-117). Stateless.
 */
public final class LogText {

    private static final String ELLIPSIS = "…";

    private LogText() {}

    /** The text in one line, whatever its length. */
    public static String of(String text) {
        return text.codePoints().allMatch(LogText::isPlain) ? text : escaped(text);
    }

    /** The text in one line, cut short where it has more than {@code most} characters before it is escaped. */
    public static String of(String text, int most) {
        return text.length() <= most ? of(text) : of(text.substring(0, most)) + ELLIPSIS;
    }

    private static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isPlain(character)) {
                line.appendCodePoint(character);
            } else {
                line.append(character > 0xFFFF ? "\\u{%x}".formatted(character) : "\\u%04x".formatted(character));
            }
        });
        return line.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
