package io.fluxlab.lecture.futures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What was seen of a result that was not there yet. Immutable; {@code moment} says when. */
sealed interface FutureMoment {

    /** When: {@code awaited-twice}, {@code cancelled} or {@code started}. */
    String moment();

    /**
     * It was asked for twice.
     *
     * @param kind {@code future}, {@code mono}, {@code cached} (a {@code Mono} that keeps its result) or {@code sink}
     * @param runsBefore how often its work had begun before anybody asked for it
     * @param doneBefore whether it was done then; null of a {@code Mono}, which can't be asked without beginning it
     * @param first what the first one who asked got
     * @param second what the second one got
     * @param runs how often its work had run in the end
     * @param doneAfter whether it was done in the end; of a {@code Mono}, whether who asked once more got the result
     *     without the work
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Twice(
            String moment,
            String kind,
            int runsBefore,
            @Nullable Boolean doneBefore,
            int first,
            int second,
            int runs,
            boolean doneAfter)
            implements FutureMoment {}

    /**
     * It was cancelled while its work went on.
     *
     * @param kind {@code future} or {@code mono}
     * @param cancelled whether it says so: {@code isCancelled}, {@code isDisposed}
     * @param interrupted whether the work was interrupted
     * @param workDone whether the work came to its result all the same
     * @param error what who waits for it is told: an error's class; empty where nobody is told anything
     */
    record Cancelled(String moment, String kind, boolean cancelled, boolean interrupted, boolean workDone, String error)
            implements FutureMoment {}

    /**
     * A loop was started with it.
     *
     * @param way {@code run-until-complete}, on a loop that was there, or {@code run}, on one of its own
     * @param result what it gave
     * @param onLoop whether it ran on the loop's thread
     * @param loopWorksOn whether the loop takes more work afterwards
     */
    record Started(String moment, String way, int result, boolean onLoop, boolean loopWorksOn)
            implements FutureMoment {}
}
