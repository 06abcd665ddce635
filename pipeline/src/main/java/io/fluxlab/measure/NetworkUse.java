package io.fluxlab.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run had to do with the network between this JVM and those that its tasks run in. Immutable.
 *
 * @param roundTripNanos how long a small message and its answer take, there and back: the median of those that were sent while
 *     the run was open; null where none has come back
 * @param sentBytes what the run has sent to other JVMs, as messages
 * @param receivedBytes what has come from them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkUse(@Nullable Long roundTripNanos, long sentBytes, long receivedBytes) {

    /** Of a typical run: the median of each figure; null where these are none. */
    public static @Nullable NetworkUse typical(List<NetworkUse> runs) {
        if (runs.isEmpty()) {
            return null;
        }
        long[] roundTrips = runs.stream()
                .flatMapToLong(
                        run -> run.roundTripNanos == null ? LongStream.empty() : LongStream.of(run.roundTripNanos))
                .sorted()
                .toArray();
        return new NetworkUse(
                roundTrips.length == 0 ? null : (Long) middle(roundTrips),
                middle(runs.stream().mapToLong(NetworkUse::sentBytes).sorted().toArray()),
                middle(runs.stream()
                        .mapToLong(NetworkUse::receivedBytes)
                        .sorted()
                        .toArray()));
    }

    private static long middle(long[] sorted) {
        return sorted[(sorted.length - 1) / 2];
    }
}
