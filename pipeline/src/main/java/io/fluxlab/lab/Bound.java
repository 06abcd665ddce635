package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What a lab bounds the sum of, over all that goes on in it. */
enum Bound {
    PROCESSES("processesAtOnce", claim -> claim.children().processes()),
    HEAP_OF_PROCESSES("heapMegabytesAtOnce", claim -> claim.children().heapMegabytes()),
    THREADS("threadsAtOnce", Claim::threads),
    DESCRIPTORS("descriptorsAtOnce", Claim::descriptors),
    RUN_HEAP("runHeapMegabytesAtOnce", claim -> Math.ceilDiv(claim.heapBytes(), 1L << 20));

    private final String limit;
    private final ToLongFunction<Claim> amount;

    Bound(String limit, ToLongFunction<Claim> amount) {
        this.limit = limit;
        this.amount = amount;
    }

    /** As errors call it. */
    String limit() {
        return limit;
    }

    /** How much of it there is in a claim. */
    long of(Claim claim) {
        return amount.applyAsLong(claim);
    }

    /** The first of which there is too much. */
    static Optional<Bound> exceeded(Claim all, Claim most) {
        return Arrays.stream(values())
                .filter(bound -> bound.of(all) > bound.of(most))
                .findFirst();
    }
}
