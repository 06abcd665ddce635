package io.fluxlab.cli.practice;

import io.fluxlab.lecture.assignment.Assignment;
import java.util.List;

/**
 * What became of a student's project. Immutable.
 *
 * @param assignment which one it is
 * @param hash of the sources, as SHA-256 in hexadecimal digits
 * @param errors of the compiler, each with its line and column; where there are any, nothing was checked
 * @param points in their order
 */
public record Checked(Assignment assignment, String hash, List<String> errors, List<PointResult> points) {

    public Checked {
        errors = List.copyOf(errors);
        points = List.copyOf(points);
    }

    /** Whether everything is as it should be. */
    public boolean passed() {
        return errors.isEmpty() && points.stream().allMatch(PointResult::passed);
    }

    /** How many points are as they should be. */
    public long count() {
        return points.stream().filter(PointResult::passed).count();
    }
}
