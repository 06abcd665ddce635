package io.fluxlab.scenario.script;

import java.util.Comparator;

/** A place in a file; lines and columns count from 1, columns in code points. Immutable. */
public record Mark(String file, int line, int column) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::file).thenComparingInt(Mark::line).thenComparingInt(Mark::column);

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
