package io.fluxlab.lecture.puzzle;

/**
 * An operation and how it is written.
 *
 * @param statement the statement of the source that it is a part of
 * @param text the operation itself: the same text where it is the whole statement
 * @param operation what it does
 */
public record ProgramStep(String statement, String text, Operation operation) {

    /** A statement that is atomic. */
    static ProgramStep whole(String statement, Operation operation) {
        return new ProgramStep(statement, statement, operation);
    }

    /** Whether its statement has other operations, too. */
    public boolean isPart() {
        return !statement.equals(text);
    }
}
