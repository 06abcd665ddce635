package io.fluxlab.server.transport;

/**
 * Bounds on what one connection may send. Immutable.
 *
 * @param streamsPerConnection requests of one connection that are open at once
 * @param requestBytes metadata and data of one request or payload, all its fragments together
 * @param unfinishedRequests requests of one connection of which fragments are still missing
 * @param unfinishedBytes bytes of one connection's unfinished requests together
 * @param controlFramesPerSecond frames that belong to no request (keep-alives, metadata pushes, pings), in bursts of
 *     up to this many
 */
public record RequestLimits(
        int streamsPerConnection,
        int requestBytes,
        int unfinishedRequests,
        int unfinishedBytes,
        int controlFramesPerSecond) {

    /** What a frame of 24-bit length can carry beside its header. */
    private static final int MAX_REQUEST_BYTES = 0xFFFFFF - 64;

    public RequestLimits {
        Range.check("streamsPerConnection", streamsPerConnection, 1, 1_000_000);
        Range.check("requestBytes", requestBytes, 256, MAX_REQUEST_BYTES);
        Range.check("unfinishedRequests", unfinishedRequests, 1, streamsPerConnection);
        Range.check("unfinishedBytes", unfinishedBytes, requestBytes, Integer.MAX_VALUE);
        Range.check("controlFramesPerSecond", controlFramesPerSecond, 1, 1_000_000);
    }

    /** Requests of up to 64 KiB, 256 of them open at once. */
    public static RequestLimits defaults() {
        return new RequestLimits(256, 64 * 1024, 16, 128 * 1024, 100);
    }

    /** The longest frame that is read as a whole; of a longer one the rest is discarded as it comes. */
    int frameBytes() {
        return requestBytes + FrameHeader.BYTES;
    }

    /** These limits with another number of open streams. */
    public RequestLimits withStreamsPerConnection(int streams) {
        return new RequestLimits(
                streams, requestBytes, Math.min(unfinishedRequests, streams), unfinishedBytes, controlFramesPerSecond);
    }

    /** These limits with another size of a request; twice as much may be unfinished at once. */
    public RequestLimits withRequestBytes(int bytes) {
        return new RequestLimits(streamsPerConnection, bytes, unfinishedRequests, 2 * bytes, controlFramesPerSecond);
    }

    /** These limits with other bounds on requests of which fragments are missing. */
    public RequestLimits withUnfinished(int requests, int bytes) {
        return new RequestLimits(streamsPerConnection, requestBytes, requests, bytes, controlFramesPerSecond);
    }

    /** These limits with another rate of frames that belong to no request. */
    public RequestLimits withControlFramesPerSecond(int frames) {
        return new RequestLimits(streamsPerConnection, requestBytes, unfinishedRequests, unfinishedBytes, frames);
    }
}
