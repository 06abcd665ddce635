package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a remedy came out against what it is to remedy, run in turns with it. Immutable.
 *
 * @param remedy what was tried
 * @param result what that showed
 * @param before how it went without it
 * @param after how it went with it
 * @param ratio median over the rounds of wall time with it / wall time without it; null where one of them has failed
 * @param low lower end of the ratio's 95 % interval; null where there is none
 * @param high upper end of it
 * @param neededNanos how long the two take that could show something, in nanoseconds, where there was less time; null where it was enough
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proof(
        Remedy remedy,
        Result result,
        Side before,
        Side after,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long neededNanos) {

    /** One of the two that were held against each other: tasks of a run, and the median wall time; null where it failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(int tasks, int failed, @Nullable Long medianNanos) {

        /** How many tasks ended well. */
        public int succeeded() {
            return tasks - failed;
        }
    }

    /** What a proof can show. */
    public enum Result {
        /** It is faster, or fewer tasks fail. */
        @JsonProperty("helped")
        HELPED,
        /** It is as fast, or slower, or as many tasks fail. */
        @JsonProperty("did-not-help")
        DID_NOT_HELP,
        /** There was not time enough to tell. */
        @JsonProperty("cant-tell")
        CANT_TELL;

        /** The result as events and resource bundles write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What two sides show, where the interval of their ratio is this; null is none. */
    public static Proof of(
            Remedy remedy,
            Side before,
            Side after,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high) {
        return new Proof(remedy, result(before, after, low, high), before, after, ratio, low, high, null);
    }

    /** Nothing was shown, since it takes so many nanoseconds; both are of so many tasks. */
    public static Proof outOfTime(Remedy remedy, int tasks, long neededNanos) {
        Side unknown = new Side(tasks, 0, null);
        return new Proof(remedy, Result.CANT_TELL, unknown, unknown, null, null, null, neededNanos);
    }

    /** This proof where so many nanoseconds would have shown more. */
    public Proof needing(long nanos) {
        return new Proof(remedy, result, before, after, ratio, low, high, nanos);
    }

    private static Result result(Side before, Side after, @Nullable Double low, @Nullable Double high) {
        if (before.failed() != after.failed()) {
            return after.failed() < before.failed() ? Result.HELPED : Result.DID_NOT_HELP;
        }
        if (before.failed() > 0) {
            return Result.DID_NOT_HELP;
        }
        if (low == null || high == null) {
            return Result.CANT_TELL;
        }
        return high < WORTH ? Result.HELPED : low > WORTH ? Result.DID_NOT_HELP : Result.CANT_TELL;
    }

    /** What is not faster by so much is no help. */
    private static final double WORTH = 0.95;
}
