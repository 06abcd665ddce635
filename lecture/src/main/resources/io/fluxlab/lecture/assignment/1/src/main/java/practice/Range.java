package practice;

/** A range of numbers; both ends belong to it. */
public record Range(int start, int end) {}
