package io.fluxlab.lecture.puzzle;

/**
 * An operation and how it is written.
 *
 * @param statement the statement of the source that it is a part of
 * @param text the operation itself: the same text where it is the whole statement
 * @param operation what it does
 */
public record Step(String statement, String text, Operation operation) {

    /** A statement that is atomic. */
    static Step whole(String statement, Operation operation) {
        return new Step(statement, statement, operation);
    }

    /** Whether its statement has other operations, too. */
    public boolean isPart() {
        return !statement.equals(text);
    }
}
