package io.fluxlab.lab;

import java.util.List;

/**
 * The class path lacks a library that a lab needs, or has one that is too old: told when the lab is built, instead of by a
 * run. Immutable; safe to share between threads.
 */
public final class UnsupportedLibraryException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnsupportedLibraryException(List<String> problems) {
        super("a lab can't be built with these libraries: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, and what would be right: one sentence for each library. */
    public List<String> problems() {
        return problems;
    }
}
