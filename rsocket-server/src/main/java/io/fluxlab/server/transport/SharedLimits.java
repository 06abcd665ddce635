package io.fluxlab.server.transport;

/**
 * Bounds on what all connections hold together, whoever they are. Immutable.
 *
 * @param pendingBytes of frames that have begun to come in, of unfinished requests, and of what peers have not taken; an
 *     eighth of the heap by default. Where there are more, the connection that holds most is closed
 * @param waitingBytes of requests that are whole and wait to be read; a sixteenth of the heap by default, and 32 MiB at
 *     the most. What comes then is refused, unless nothing else waits
 * @param streams requests that are open at once; one for each 32 KiB of heap by default. Where there are more, the
 *     connection that holds most is closed
 */
public record SharedLimits(long pendingBytes, long waitingBytes, int streams) {

    private static final long LEAST_BYTES = 1 << 20;
    private static final long MOST_WAITING_BYTES = 32 << 20;

    private static final int MOST_STREAMS = 1 << 20;
    private static final int HEAP_BYTES_PER_STREAM = 32 * 1024;

    public SharedLimits {
        Range.check("sharedPendingBytes", pendingBytes, LEAST_BYTES, Long.MAX_VALUE);
        Range.check("sharedWaitingBytes", waitingBytes, LEAST_BYTES, Long.MAX_VALUE);
        Range.check("sharedStreams", streams, 1, MOST_STREAMS);
    }

    /** Those of this JVM's heap. */
    public static SharedLimits defaults() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    /**
     * Of so large a heap an eighth for bytes on their way, a sixteenth for requests that wait to be read, and a stream for
     * each 32 KiB.
     */
    public static SharedLimits ofHeap(long heapBytes) {
        return new SharedLimits(
                Math.max(LEAST_BYTES, heapBytes / 8),
                Math.clamp(heapBytes / 16, LEAST_BYTES, MOST_WAITING_BYTES),
                Math.clamp(heapBytes / HEAP_BYTES_PER_STREAM, 1, MOST_STREAMS));
    }
}
