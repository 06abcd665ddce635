package io.fluxlab.cli.console;

/** Colours text for a terminal, or leaves it as it is. */
public enum Palette {
    /** With the escape sequences of ECMA-48. */
    COLOURED,
    /** Without. */
    PLAIN;

    /** The escape sequences of all inks and of their end, as a regular expression. */
    static final String PATTERN = "\u001b\\[(?:[012]|3[1236])m";

    /** What a piece of text is; how that looks is decided here alone. */
    public enum Ink {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        GOOD("32"),
        BAD("31"),
        DOUBTFUL("33"),
        NAME("36");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** The text in this ink. */
    public String paint(Ink ink, String text) {
        return this == PLAIN || ink == Ink.PLAIN || text.isEmpty()
                ? text
                : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
    }
}
