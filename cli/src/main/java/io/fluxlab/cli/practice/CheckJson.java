package io.fluxlab.cli.practice;

import java.util.List;

/** What became of a project, for programs. */
public record CheckJson(String assignment, boolean passed, String hash, List<String> errors, List<Point> points) {

    /** A point: {@code wrong} is a key, or empty; {@code texts} belong to it. */
    public record Point(String point, boolean passed, String wrong, List<String> texts) {}

    /** The object. */
    public static CheckJson of(Checked checked) {
        return new CheckJson(
                checked.assignment().number(),
                checked.passed(),
                checked.hash(),
                checked.errors(),
                checked.points().stream()
                        .map(each -> new Point(each.point(), each.passed(), each.key(), each.texts()))
                        .toList());
    }
}
