package io.fluxlab.scenario;

/** How what was expected of a scenario came out as a whole. */
public enum ScenarioOutcome {
    /** Everything was judged, and held. */
    ALL_HELD(Phrase.ALL_HELD, "✓"),
    /** What was judged held; something was not judged. */
    JUDGED_HELD(Phrase.JUDGED_HELD, "✓"),
    /** There were expectations, and none of them was judged. */
    NOTHING_JUDGED(Phrase.NOTHING_JUDGED, "–"),
    /** Something did not hold. */
    NOT_ALL_HELD(Phrase.NOT_ALL_HELD, "✗");

    private final Phrase phrase;
    private final String mark;

    ScenarioOutcome(Phrase phrase, String mark) {
        this.phrase = phrase;
        this.mark = mark;
    }

    /** The outcome of so many expectations. */
    public static ScenarioOutcome of(int held, int failed, int undecided) {
        if (failed > 0) {
            return NOT_ALL_HELD;
        } else if (undecided == 0) {
            return ALL_HELD;
        }
        return held == 0 ? NOTHING_JUDGED : JUDGED_HELD;
    }

    /** What is said of it. */
    public Phrase phrase() {
        return phrase;
    }

    /** A character that stands for it in a table. */
    public String mark() {
        return mark;
    }
}
