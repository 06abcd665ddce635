package io.fluxlab.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one stage of a pipeline took, summed over the elements of a run or of several. Immutable.
 *
 * @param stage the stage's name
 * @param calls how often its function was called
 * @param workNanos how long threads were inside its function
 * @param waitNanos how long what it returned took to come, where that was a publisher or a future: to its first signal, and
 *     no thread was held
 * @param queueNanos how long elements waited between the stage before, or the task's start, and the function: for a thread,
 *     and for the hop to it
 * @param cpuNanos CPU time of its function; null where it is not known, as on virtual threads
 * @param hops how many elements came from another thread
 * @param hopNanos what a hop costs: how long it took elements to come that found nobody waiting and a thread that is free,
 *     on average; null where there was none
 * @param maxQueue the most elements that waited at once
 * @param maxAtOnce the most elements that were inside the stage at once, running or waited for
 * @param concurrency the demand: how many elements of one pipeline the stage asks for before any has left it
 * @param prefetch how many items of each result it asks for ahead
 * @param returns what its function has returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageUse(
        String stage,
        long calls,
        long workNanos,
        long waitNanos,
        long queueNanos,
        @Nullable Long cpuNanos,
        long hops,
        @Nullable Long hopNanos,
        int maxQueue,
        int maxAtOnce,
        int concurrency,
        int prefetch,
        Returns returns) {

    /** What a stage's function returns, as far as calls have shown. */
    public enum Returns {
        /** The result itself, or nothing. */
        @JsonProperty("value")
        VALUE,
        /** A publisher, whose items come later. */
        @JsonProperty("publisher")
        PUBLISHER,
        /** A future, whose result comes later. */
        @JsonProperty("future")
        FUTURE,
        /** A callable, which is called there and then. */
        @JsonProperty("callable")
        CALLABLE
    }

    /** These figures and those of another run. */
    public StageUse plus(StageUse other) {
        Long cpu = cpuNanos == null || other.cpuNanos == null ? null : (Long) (cpuNanos + other.cpuNanos);
        return new StageUse(
                stage,
                calls + other.calls,
                workNanos + other.workNanos,
                waitNanos + other.waitNanos,
                queueNanos + other.queueNanos,
                cpu,
                hops + other.hops,
                hopOfBoth(other),
                Math.max(maxQueue, other.maxQueue),
                Math.max(maxAtOnce, other.maxAtOnce),
                concurrency,
                prefetch,
                other.returns == Returns.VALUE ? returns : other.returns);
    }

    /** How long its elements were in it and on the way to it, all together. */
    public long timeNanos() {
        return workNanos + waitNanos + queueNanos;
    }

    private @Nullable Long hopOfBoth(StageUse other) {
        if (hopNanos == null || other.hopNanos == null) {
            return hopNanos == null ? other.hopNanos : hopNanos;
        }
        return hops + other.hops == 0
                ? hopNanos
                : (Long) Math.round(
                        ((double) hopNanos * hops + (double) other.hopNanos * other.hops) / (hops + other.hops));
    }
}
