package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be watched, as data. Immutable.
 *
 * @param run the run's id
 * @param from the number of the first event that is wanted; null is 0
 * @param batch how many events may come at once, as a list; null is one each, and no list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatchRequest(
        @Param(value = "id of the run", max = 100) String run,

        @Param(value = "number of the first event that is wanted, 0 where it is missing", min = 0) @Nullable
        Long from,

        @Param(
                value = "how many events may come at once, as a list: one each, and no list, where it is missing",
                min = 1,
                max = WatchRequest.MOST_AT_ONCE)
        @Nullable
        Integer batch) {

    /** The most events that one answer can hold. */
    public static final int MOST_AT_ONCE = 10_000;

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<WatchRequest> SCHEMA = Schema.of("a watch request", WatchRequest.class);

    /** One event each. */
    public WatchRequest(String run, @Nullable Long from) {
        this(run, from, null);
    }

    /** The number of the first event that is wanted. */
    public long first() {
        return from == null ? 0 : from;
    }
}
