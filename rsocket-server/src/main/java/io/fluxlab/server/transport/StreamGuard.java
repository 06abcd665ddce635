package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the frames that belong to streams: counts the streams, puts fragments together, and turns away what RSocket
 * would fail on. Touched by the connection's event loop alone, but for {@link OpenStreams}.
 */
final class StreamGuard {

    private final TransportLimits limits;
    private final OpenStreams open;
    private final Answers answers;
    private final UnfinishedRequests unfinished;

    StreamGuard(
            TransportLimits limits,
            OpenStreams open,
            SharedBudget.Share bytes,
            Answers answers,
            LongSupplier nanoTime) {
        this.limits = limits;
        this.open = open;
        this.answers = answers;
        this.unfinished = new UnfinishedRequests(limits.requests(), bytes, nanoTime);
    }

    /**
     * The frame for RSocket to see, if any: this one, a request put together from fragments, or the end of a stream
     * that was refused.
     *
     * @param length of the frame on the wire; larger than the buffer if the rest was discarded
     */
    @Nullable
    ByteBuf admit(FrameHeader header, ByteBuf frame, int length) {
        return switch (header.type()) {
            case REQUEST_RESPONSE, REQUEST_STREAM, REQUEST_CHANNEL -> admitRequest(header, frame, length);
            case PAYLOAD -> admitPayload(header, frame, length);
            case REQUEST_N -> admitDemand(header, frame);
            case CANCEL -> admitEnd(header, frame, FrameHeader.BYTES);
            case ERROR -> admitEnd(header, frame, FrameHeader.BYTES + Integer.BYTES);
            case REQUEST_FNF -> {
                answers.ignored(Refusal.unanswerable(
                        "fire-and-forget", "a request without an answer does nothing here: ask for a stream"));
                yield null;
            }
            default -> null; // unknown
        };
    }

    private @Nullable ByteBuf admitRequest(FrameHeader header, ByteBuf frame, int length) {
        int streamId = header.streamId();
        if (streamId < 0 || (streamId & 1) == 0) {
            return refuse(streamId, Refusal.malformed("streams of a client have odd ids, this one has " + streamId));
        }
        if (open.isOpen(streamId) || unfinished.contains(streamId)) {
            return refuse(streamId, Refusal.malformed("stream " + streamId + " is open already"));
        }
        int streams = open.count() + unfinished.count();
        int most = limits.requests().streamsPerConnection();
        if (streams >= most) {
            return refuse(
                    streamId,
                    Refusal.limit(
                            "streamsPerConnection",
                            most,
                            streams + 1,
                            "that many are open on this connection already"));
        }
        Refusal problem = problem(header, frame, length);
        if (problem != null) {
            return refuse(streamId, problem);
        }
        return header.has(FrameHeader.FLAG_FOLLOWS) ? begin(header, frame) : opened(header, frame);
    }

    private ByteBuf opened(FrameHeader header, ByteBuf frame) {
        boolean channel = header.type() == FrameType.REQUEST_CHANNEL && !header.has(FrameHeader.FLAG_COMPLETE);
        if (channel) {
            open.openChannel(header.streamId());
        } else {
            open.open(header.streamId());
        }
        return frame;
    }

    private @Nullable ByteBuf admitPayload(FrameHeader header, ByteBuf frame, int length) {
        int streamId = header.streamId();
        boolean continued = unfinished.contains(streamId);
        if (!continued && !open.isInboundOpen(streamId)) {
            return null;
        }
        Refusal problem = header.has(FrameHeader.FLAG_NEXT | FrameHeader.FLAG_COMPLETE)
                ? problem(header, frame, length)
                : Refusal.malformed("a PAYLOAD frame must carry NEXT, COMPLETE or both");
        if (problem != null) {
            return refuse(streamId, problem);
        }
        if (continued) {
            return continueWith(header, frame);
        }
        if (header.has(FrameHeader.FLAG_FOLLOWS)) {
            return begin(header, frame);
        }
        if (header.has(FrameHeader.FLAG_COMPLETE)) {
            open.endInbound(streamId);
        }
        return frame;
    }

    private @Nullable ByteBuf begin(FrameHeader header, ByteBuf frame) {
        Refusal problem = unfinished.start(header, frame);
        return problem == null ? null : refuse(header.streamId(), problem);
    }

    private @Nullable ByteBuf continueWith(FrameHeader header, ByteBuf fragment) {
        Refusal problem = unfinished.add(header, fragment);
        if (problem != null) {
            return refuse(header.streamId(), problem);
        }
        UnfinishedRequest request = header.has(FrameHeader.FLAG_FOLLOWS) ? null : unfinished.remove(header.streamId());
        if (request == null) {
            return null;
        }
        ByteBuf whole = request.whole(header);
        FrameHeader wholeHeader = FrameHeader.of(whole);
        if (request.first().type() != FrameType.PAYLOAD) {
            return opened(wholeHeader, whole);
        }
        if (wholeHeader.has(FrameHeader.FLAG_COMPLETE)) {
            open.endInbound(header.streamId());
        }
        return whole;
    }

    private @Nullable ByteBuf admitDemand(FrameHeader header, ByteBuf frame) {
        int streamId = header.streamId();
        if (unfinished.contains(streamId) && !open.isOpen(streamId)) {
            return refuse(streamId, Refusal.malformed("REQUEST_N came before the request was complete"));
        }
        if (!open.isOpen(streamId)) {
            return null;
        }
        int at = frame.readerIndex() + FrameHeader.BYTES;
        boolean valid = frame.writerIndex() - at == Integer.BYTES && frame.getInt(at) > 0;
        return valid ? frame : refuse(streamId, Refusal.malformed("REQUEST_N must carry a demand of at least 1"));
    }

    private @Nullable ByteBuf admitEnd(FrameHeader header, ByteBuf frame, int bytes) {
        int streamId = header.streamId();
        unfinished.remove(streamId);
        if (!open.isOpen(streamId)) {
            return null;
        }
        if (frame.readableBytes() < bytes) {
            return refuse(streamId, Refusal.malformed("the " + header.type() + " frame is cut short"));
        }
        open.end(streamId);
        return frame;
    }

    /** Refuses what has been unfinished for too long; returns the reason to end the whole connection, if there is one. */
    @Nullable
    Refusal tick() {
        Duration limit = limits.times().unfinished();
        for (UnfinishedRequest old : unfinished.olderThan(limit)) {
            boolean request = old.first().type() != FrameType.PAYLOAD;
            Refusal tooLate = Refusal.time(
                    request ? ErrorFrameCodec.REJECTED : ErrorFrameCodec.CONNECTION_ERROR,
                    "unfinishedMillis",
                    limit,
                    unfinished.age(old),
                    "fragments are still missing on stream " + old.first().streamId());
            if (!request) {
                return tooLate;
            }
            refuse(old.first().streamId(), tooLate);
        }
        return null;
    }

    private @Nullable Refusal problem(FrameHeader header, ByteBuf frame, int length) {
        int payload = length - FrameHeader.BYTES;
        return payload > limits.requests().requestBytes()
                ? UnfinishedRequests.tooLarge(limits.requests(), payload)
                : FrameCheck.problem(header, frame);
    }

    /** Answers with an error; RSocket is told to cancel the stream if it knows of it. */
    private @Nullable ByteBuf refuse(int streamId, Refusal refusal) {
        unfinished.remove(streamId);
        boolean known = open.end(streamId);
        answers.refuseStream(streamId, refusal);
        return known ? cancel(streamId) : null;
    }

    private static ByteBuf cancel(int streamId) {
        return Unpooled.buffer(FrameHeader.BYTES)
                .writeInt(streamId)
                .writeShort(FrameHeader.typeAndFlags(FrameType.CANCEL, 0));
    }
}
