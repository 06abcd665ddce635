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
    private final SharedBudget.Share share;

    /**
     * @param share of the streams of all connections
     */
    OpenStreams(SharedBudget.Share share) {
        this.share = share;
    }

    /** Opens a stream that only answers. */
    void open(int streamId) {
        open(streamId, Direction.OUT);
    }

    /** Opens a stream on which the peer may go on sending. */
    void openChannel(int streamId) {
        open(streamId, Direction.BOTH);
    }

    /** Counts outside the lock: it may end another connection, whose streams are locked then. */
    private void open(int streamId, Direction direction) {
        synchronized (this) {
            streams.put(streamId, direction);
        }
        share.add(1);
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
        return remove(streamId);
    }

    private boolean remove(int streamId) {
        boolean removed = streams.remove(streamId) != null;
        share.add(removed ? -1 : 0);
        return removed;
    }

    synchronized int count() {
        return streams.size();
    }

    private void end(int streamId, Direction ended, Direction other) {
        @Nullable Direction open = streams.get(streamId);
        if (open == ended) {
            remove(streamId);
        } else if (open == Direction.BOTH) {
            streams.put(streamId, other);
        }
    }
}
