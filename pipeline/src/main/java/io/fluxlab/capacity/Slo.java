package io.fluxlab.capacity;

import io.fluxlab.load.Quantile;
import io.fluxlab.load.Span;
import io.fluxlab.parameter.Param;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service-level objective: a figure of the latencies, from the due time to the end, that is to be shorter than a time.
 * Immutable.
 *
 * @param bystander whether it is about the bystander on the home loop, and not about the tasks
 * @param by which of the latencies, in order; null is their mean
 * @param bound what the figure is to be shorter than
 */
public record Slo(
        @Param("whether it is about the bystander, and not about the tasks")
        boolean bystander,

        @Param("the percentile that is meant, the mean where it is missing") @Nullable
        Quantile by,

        @Param("what it is to be shorter than") Span bound) {

    private static final String BYSTANDER = "bystander.";
    private static final String MEAN = "mean";
    private static final String EXAMPLES = "FIGURE < TIME, such as 'p99 < 20ms' or 'bystander.p99 < 5ms'";

    /** What is known of a bystander. */
    private static final List<String> OF_BYSTANDER = List.of("p50", "p99", "max");

    private static final Pattern TEXT = Pattern.compile("([\\p{L}\\d.]{1,40})\\s*([<>=≤≥]{1,2})\\s*(.{1,40})");

    public Slo {
        if (bystander && (by == null || !OF_BYSTANDER.contains(by.text()))) {
            throw new IllegalArgumentException("%s: of the bystander p50, p99 and max are known, not %s"
                    .formatted(EXAMPLES, by == null ? MEAN : by.text()));
        }
    }

    /** The text form: {@code p99 < 20ms}, {@code bystander.p99 < 5ms}, {@code mean < 3ms}. */
    public static Slo parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(EXAMPLES);
        }
        if (!matcher.group(2).equals("<")) {
            throw new IllegalArgumentException("%s: latencies are to be shorter than a time, so < and not %s"
                    .formatted(EXAMPLES, matcher.group(2)));
        }
        String figure = matcher.group(1);
        boolean isBystander = figure.startsWith(BYSTANDER);
        String name = isBystander ? figure.substring(BYSTANDER.length()) : figure;
        return new Slo(isBystander, name.equals(MEAN) ? null : quantile(name), bound(matcher.group(3)));
    }

    private static Quantile quantile(String name) {
        try {
            return Quantile.parse(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: a figure is %s, or mean, not %s".formatted(EXAMPLES, e.getMessage(), name), e);
        }
    }

    private static Span bound(String text) {
        try {
            return Span.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s, not %s".formatted(EXAMPLES, e.getMessage(), text), e);
        }
    }

    /** {@code p99 < 20ms}. */
    public String text() {
        return figure() + " < " + bound.text();
    }

    /** What is measured: {@code p99}, {@code bystander.p99}, {@code mean}. */
    public String figure() {
        return (bystander ? BYSTANDER : "") + (by == null ? MEAN : by.text());
    }

    /** The figure in a step that has latencies, in nanoseconds. */
    long nanos(StepFigures step) {
        return bystander ? bystanderNanos(step) : by == null ? step.meanNanos() : step.nanos(by.text());
    }

    private long bystanderNanos(StepFigures step) {
        return switch (by == null ? MEAN : by.text()) {
            case "p50" -> step.bystander().p50Nanos();
            case "p99" -> step.bystander().p99Nanos();
            default -> step.bystander().maxNanos();
        };
    }

    /** Whether it holds in a step that has latencies. */
    boolean isMet(StepFigures step) {
        return nanos(step) < bound.nanos();
    }
}
