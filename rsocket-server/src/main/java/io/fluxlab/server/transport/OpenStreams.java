package io.fluxlab.server.transport;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a connection that RSocket keeps state for, counted from the frames that open and end them. A channel
 * is open until both directions have ended. Thread-safe: frames come in on the event loop and go out from any thread.
 */
final class OpenStreams {

    private enum Direction {
        OUT,
        IN,
        BOTH
    }

    private final IntObjectMap<Direction> streams = new IntObjectHashMap<>();

    /** Opens a stream that only answers. */
    synchronized void open(int streamId) {
        streams.put(streamId, Direction.OUT);
    }

    /** Opens a stream on which the peer may go on sending. */
    synchronized void openChannel(int streamId) {
        streams.put(streamId, Direction.BOTH);
    }

    synchronized boolean isOpen(int streamId) {
        return streams.containsKey(streamId);
    }

    /** Whether the peer may send payloads on this stream. */
    synchronized boolean isInboundOpen(int streamId) {
        Direction open = streams.get(streamId);
        return open == Direction.IN || open == Direction.BOTH;
    }

    synchronized void endInbound(int streamId) {
        end(streamId, Direction.IN, Direction.OUT);
    }

    synchronized void endOutbound(int streamId) {
        end(streamId, Direction.OUT, Direction.IN);
    }

    /** Ends both directions; tells whether the stream was open. */
    synchronized boolean end(int streamId) {
        return streams.remove(streamId) != null;
    }

    synchronized int count() {
        return streams.size();
    }

    private void end(int streamId, Direction ended, Direction other) {
        @Nullable Direction open = streams.get(streamId);
        if (open == ended) {
            streams.remove(streamId);
        } else if (open == Direction.BOTH) {
            streams.put(streamId, other);
        }
    }
}
