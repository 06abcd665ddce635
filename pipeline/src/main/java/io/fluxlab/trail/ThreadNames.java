package io.fluxlab.trail;

/** Threads by their names: those whose names differ in a last number only do the same work. Stateless. */
public final class ThreadNames {

    private static final String SEPARATORS = "-_#. :";

    /** What virtual threads are called that have no name. */
    static final String UNNAMED = "unnamed";

    private ThreadNames() {}

    /** The name of the threads that this one belongs to: its own without the number at its end. */
    public static String groupOf(Thread thread) {
        return groupOf(thread.getName());
    }

    /** The name of the threads that one of this name belongs to. */
    public static String groupOf(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && end < name.length() && SEPARATORS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 ? name.substring(0, end) : name.isEmpty() ? UNNAMED : name;
    }
}
