package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs on a lane where tasks make many. Immutable.
 *
 * @param perCallNanos the median wall time of a run, divided by the calls in it, in nanoseconds
 * @param hopNanos how long it takes from handing something over on the home loop until it starts on the lane's thread: the
 *     median of many, one after the other; null where that was not measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallCosts(long perCallNanos, @Nullable Long hopNanos) {}
