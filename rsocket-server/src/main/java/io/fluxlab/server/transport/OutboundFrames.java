package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;

/**
 * Looks at the frames that go out: notes the ends of streams, and turns the errors of RSocket itself into those of the
 * contract, so that no exception's own message leaves the server. Thread-safe.
 */
final class OutboundFrames {

    private static final int ERROR_DATA_AT = FrameHeader.BYTES + Integer.BYTES;

    private final OpenStreams streams;

    OutboundFrames(OpenStreams streams) {
        this.streams = streams;
    }

    /** The frame to send, which may be another one; the given one is then released. */
    ByteBuf pass(ByteBufAllocator allocator, ByteBuf frame) {
        FrameHeader header = FrameHeader.of(frame);
        switch (header.type()) {
            case PAYLOAD -> {
                if (header.has(FrameHeader.FLAG_COMPLETE)) {
                    streams.endOutbound(header.streamId());
                }
            }
            case CANCEL -> streams.endInbound(header.streamId());
            case ERROR -> {
                streams.end(header.streamId());
                return isOurs(frame) ? frame : translated(allocator, header.streamId(), frame);
            }
            default -> {}
        }
        return frame;
    }

    /** Errors of the contract are JSON objects. */
    private static boolean isOurs(ByteBuf frame) {
        return frame.readableBytes() > ERROR_DATA_AT && frame.getByte(frame.readerIndex() + ERROR_DATA_AT) == '{';
    }

    private static ByteBuf translated(ByteBufAllocator allocator, int streamId, ByteBuf frame) {
        int errorCode = ErrorFrameCodec.errorCode(frame);
        String text = ErrorFrameCodec.dataUtf8(frame);
        frame.release();
        Refusal refusal = switch (errorCode) {
            // what RSocket says of a request: too many payloads, not to be read
            case ErrorFrameCodec.CANCELED, ErrorFrameCodec.INVALID -> Refusal.malformed(text);
            case ErrorFrameCodec.APPLICATION_ERROR ->
                new Refusal(errorCode, "internal-error", "the server failed on this request");
            default -> new Refusal(errorCode, "connection-error", text);
        };
        RSocketErrorException error = refusal.toException();
        return ErrorFrameCodec.encode(allocator, streamId, error);
    }
}
