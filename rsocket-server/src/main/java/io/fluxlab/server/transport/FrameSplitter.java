package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the byte stream of a TCP connection into RSocket frames, each with its length before it.
 *
 * <p>Of a frame that is too long only length and header are passed on, and the rest is discarded as it comes: whoever
 * reads them can name the stream in the answer, and the connection lives on.
 */
final class FrameSplitter extends ByteToMessageDecoder {

    static final int LENGTH_BYTES = 3;

    private final int maxFrameBytes;
    private final WireProgress progress;
    private int discard;

    FrameSplitter(int maxFrameBytes, WireProgress progress) {
        this.maxFrameBytes = maxFrameBytes;
        this.progress = progress;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (discard > 0) {
            int skipped = Math.min(discard, in.readableBytes());
            in.skipBytes(skipped);
            discard -= skipped;
            return;
        }
        if (in.readableBytes() < LENGTH_BYTES) {
            return;
        }
        int length = in.getUnsignedMedium(in.readerIndex());
        boolean tooLong = length > maxFrameBytes;
        int taken = LENGTH_BYTES + (tooLong ? FrameHeader.BYTES : length);
        if (in.readableBytes() < taken) {
            return;
        }
        out.add(in.readRetainedSlice(taken));
        progress.frameCompleted();
        if (tooLong) {
            discard = length - FrameHeader.BYTES;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        progress.readCompleted(discard > 0 || actualReadableBytes() > 0, actualReadableBytes());
        super.channelReadComplete(ctx);
    }
}
