package io.fluxlab.verdict;

/**
 * When a comparison has had enough rounds: at {@code maxRounds}, or from {@code minRounds} on as soon as every lane's
 * interval has been narrower than ± {@code halfWidth} in two rounds running. Immutable.
 *
 * <p>The rule looks at widths only, never at outcomes: to stop as soon as a difference shows would find one too often.
 * Looking again after each round still favours rounds that happen to agree with each other, the more so the fewer they
 * are; asking for two in a row keeps that below what the intervals allow for.
 */
public record StoppingRule(int minRounds, int maxRounds, double halfWidth) {
    /** The least number of rounds whose intervals can be trusted to be narrow for a reason. */
    public static final int ENOUGH_ROUNDS = 5;

    private static final int MOST_ROUNDS = 1_000;
    private static final double NARROW = 0.02;

    /** An interval that is narrower than the band by this can lie inside it. */
    private static final double PART_OF_BAND = 2.0 / 3;

    public StoppingRule {
        if (minRounds < 1 || maxRounds < minRounds) {
            throw new IllegalArgumentException(
                    "rounds must satisfy 1 <= min <= max, were min " + minRounds + ", max " + maxRounds);
        }
        if (!(halfWidth > 0)) {
            throw new IllegalArgumentException("halfWidth must be above 0, was " + halfWidth);
        }
    }

    /** From 5 rounds to 1,000, until every interval is within ±2 %, or less where the band is narrower than ±3 %. */
    public static StoppingRule narrow(SameBand band) {
        return new StoppingRule(ENOUGH_ROUNDS, MOST_ROUNDS, Math.min(NARROW, PART_OF_BAND * band.within()));
    }

    /** Exactly this many rounds, whatever they show. */
    public static StoppingRule fixed(int rounds) {
        return new StoppingRule(rounds, rounds, NARROW);
    }
}
