package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which kept runs are asked for: those that all that is given is true of, the newest first. Immutable.
 *
 * @param run the id of one, or its beginning
 * @param details whether requests and summaries are told, too; null is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryQuery(
        @Param(value = "id of a run, or its beginning", max = 100) @Nullable
        String run,

        @Param("what kind of work") @Nullable RunKind kind,

        @Param(value = "name of the workload", max = 200) @Nullable
        String workload,

        @Param(value = "name of one of the lanes", max = 200) @Nullable
        String lane,

        @Param("how far it is, or how it ended") @Nullable RunState state,

        @Param(value = "commit of the code that was measured, or its beginning", max = 100) @Nullable
        String commit,

        @Param(value = "name of whoever submitted it", max = 200) @Nullable
        String owner,

        @Param(value = "milliseconds since 1970 before which it did not start", min = 0) @Nullable
        Long sinceMillis,

        @Param(value = "milliseconds since 1970 from which on it did not start", min = 0) @Nullable
        Long untilMillis,

        @Param(value = "how many at the most, 100 where it is missing", min = 1, max = HistoryQuery.MOST) @Nullable
        Integer limit,

        @Param("whether requests and summaries are told") @Nullable
        Boolean details) {

    /** The most that one query finds. */
    public static final int MOST = 1_000;

    /** The usual number. */
    public static final int USUAL = 100;

    /** The fields of a query, for whoever reads one from plain values. */
    public static final Schema<HistoryQuery> SCHEMA = Schema.of("a history query", HistoryQuery.class);

    /** The newest hundred. */
    public static final HistoryQuery NEWEST =
            new HistoryQuery(null, null, null, null, null, null, null, null, null, null, null);

    /** One run, with all that is known of it. */
    public static HistoryQuery of(String run) {
        return new HistoryQuery(run, null, null, null, null, null, null, null, null, 2, true);
    }

    /** How many at the most. */
    public int most() {
        return limit == null ? USUAL : limit;
    }

    /** Whether requests and summaries are told. */
    public boolean wantsDetails() {
        return Boolean.TRUE.equals(details);
    }
}
