package practice;

/** What became of one set of operands. */
public sealed interface Result {

    /** They were added. */
    record Sum(Object value) implements Result {}

    /** They could not be. */
    record Failed(String message) implements Result {}
}
