package io.fluxlab.server.transport;

/**
 * Bounds on what all connections hold together, whoever they are. Where one is reached, the connection that holds most is
 * closed. Immutable.
 *
 * @param pendingBytes of frames that have begun to come in, of unfinished requests, and of what peers have not taken; an
 *     eighth of the heap by default
 * @param streams requests that are open at once; one for each 32 KiB of heap by default
 */
public record SharedLimits(long pendingBytes, int streams) {

    private static final int MOST_STREAMS = 1 << 20;
    private static final int HEAP_BYTES_PER_STREAM = 32 * 1024;

    public SharedLimits {
        Range.check("sharedPendingBytes", pendingBytes, 1 << 20, Long.MAX_VALUE);
        Range.check("sharedStreams", streams, 1, MOST_STREAMS);
    }

    /** Those of this JVM's heap. */
    public static SharedLimits defaults() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    /** An eighth of so large a heap for bytes, and a stream for each 32 KiB of it. */
    public static SharedLimits ofHeap(long heapBytes) {
        return new SharedLimits(
                Math.max(1 << 20, heapBytes / 8), Math.clamp(heapBytes / HEAP_BYTES_PER_STREAM, 1, MOST_STREAMS));
    }
}
