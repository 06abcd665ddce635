package io.fluxlab.junit.expectation;

/**
 * What became of an expectation. Immutable.
 *
 * @param expectation what was expected, in one clause
 * @param holding whether it is so
 * @param because the figures and, where it is not so, the cause
 */
public record Answer(String expectation, Holding holding, String because) {

    /** The answer as one line for people. */
    public String line() {
        return "%s: %s: %s".formatted(holding.id().replace("cant-tell", "can't tell"), expectation, because);
    }
}
