package io.fluxlab.scenario;

import java.util.List;

/**
 * A program of the lecture and what does the same in Java. Immutable.
 *
 * @param python the program's name in {@code scenarios/originals}
 * @param java where the Java is: the path of a source and, behind {@code #}, the tag of a part of it; empty where there is none
 * @param differences what is not the same
 */
public record Twin(String python, String java, List<Difference> differences) {

    public Twin {
        differences = List.copyOf(differences);
    }

    /**
     * Something that is not the same on both sides. Immutable.
     *
     * @param python the words of the one; empty where it has nothing there
     * @param java the words of the other; empty where it has nothing there
     * @param says what that means
     */
    public record Difference(String python, String java, Text says) {}
}
