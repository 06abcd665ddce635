package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandler;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cuts frames of WebSocket short that carry more than any message may, before Netty's decoder would read them whole or
 * give the connection up: of the content so much is passed on that it names the stream, and the rest is discarded as it
 * comes. Knows, as the decoder does not tell, whether the beginning of a frame is there. Stands before that
 * decoder. Touched by the event loop alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, section 5.2</a>
 */
final class WebSocketSplitter extends ByteToMessageDecoder implements ChannelOutboundHandler {

    private static final int SHORT_HEADER_BYTES = 2;
    private static final int MASK_BYTES = 4;
    private static final int MASKED = 0x80;
    private static final int LENGTH_BITS = 0x7F;
    private static final int IN_16_BITS = 126;
    private static final int IN_64_BITS = 127;
    private static final int CONTROL = 0x08;

    private final int mostBytes;
    private final WireProgress progress;
    private long pass;
    private long discard;
    private long cutBytes;
    private boolean messageIsOpen;
    /** Of the frame that the decoder has the beginning of. */
    private long passed;
    /** Of the message that its parts are kept of. */
    private long messageBytes;

    /**
     * @param mostBytes what a frame may carry
     */
    WebSocketSplitter(int mostBytes, WireProgress progress) {
        this.mostBytes = mostBytes;
        this.progress = progress;
    }

    /** How many bytes were taken from the frame that comes out of the decoder now. */
    long takeCutBytes() {
        long taken = cutBytes;
        cutBytes = 0;
        return taken;
    }

    /**
     * A frame has come out of the decoder that is of a message.
     *
     * @param isLast whether no more of the message is to come
     * @param bytes what is kept of the message
     */
    void decoded(boolean isLast, int bytes) {
        messageBytes = bytes;
        messageIsOpen = !isLast;
        if (isLast && discard == 0) {
            progress.frameCompleted();
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (discard > 0) {
            int skipped = (int) Math.min(discard, in.readableBytes());
            in.skipBytes(skipped);
            discard -= skipped;
            return;
        }
        if (pass == 0) {
            begin(in, out);
        }
        if (pass > 0) {
            int bytes = (int) Math.min(pass, in.readableBytes());
            out.add(in.readRetainedSlice(bytes));
            pass -= bytes;
            passed = pass == 0 ? 0 : passed + bytes;
        }
    }

    private void begin(ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        if (in.readableBytes() < SHORT_HEADER_BYTES) {
            return;
        }
        int second = in.getUnsignedByte(start + 1);
        int bits = second & LENGTH_BITS;
        int lengthBytes = bits == IN_16_BITS ? Short.BYTES : bits == IN_64_BITS ? Long.BYTES : 0;
        int headerBytes = SHORT_HEADER_BYTES + lengthBytes + ((second & MASKED) == 0 ? 0 : MASK_BYTES);
        if (in.readableBytes() < headerBytes) {
            return;
        }
        long length = switch (lengthBytes) {
            case Short.BYTES -> in.getUnsignedShort(start + SHORT_HEADER_BYTES);
            case Long.BYTES -> in.getLong(start + SHORT_HEADER_BYTES);
            default -> bits;
        };
        boolean isControl = (in.getUnsignedByte(start) & CONTROL) != 0;
        if (isControl || length <= mostBytes) {
            pass = headerBytes + Math.max(0, length); // the decoder refuses what is wrong with it
        } else if (in.readableBytes() >= headerBytes + FrameHeader.BYTES) {
            out.add(cut(in, headerBytes));
            discard = length - FrameHeader.BYTES;
            cutBytes = discard;
        }
    }

    /** The frame with no more content than the header of a frame of RSocket. */
    private static ByteBuf cut(ByteBuf in, int headerBytes) {
        ByteBuf frame = in.alloc().buffer(headerBytes + FrameHeader.BYTES);
        frame.writeByte(in.readByte());
        boolean masked = (in.readByte() & MASKED) != 0;
        frame.writeByte((masked ? MASKED : 0) | FrameHeader.BYTES);
        in.skipBytes(headerBytes - SHORT_HEADER_BYTES - (masked ? MASK_BYTES : 0));
        return frame.writeBytes(in, (masked ? MASK_BYTES : 0) + FrameHeader.BYTES);
    }

    private boolean isWithinFrame() {
        return discard > 0 || pass > 0 || actualReadableBytes() > 0;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        progress.readCompleted(isWithinFrame() || messageIsOpen, messageBytes + passed + actualReadableBytes());
        super.channelReadComplete(ctx);
    }

    /**
     * Waits a moment if the peer is in the middle of a frame: closing with bytes unread resets the connection, and the
     * peer would never see why it was closed.
     */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!isWithinFrame() || !ctx.channel().isActive()) {
            ctx.close(promise);
            return;
        }
        ctx.channel().config().setAutoRead(true);
        ctx.executor().schedule(() -> ctx.close(promise), GuardedConnection.LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void bind(ChannelHandlerContext ctx, SocketAddress local, ChannelPromise promise) {
        ctx.bind(local, promise);
    }

    @Override
    public void connect(ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        ctx.connect(remote, local, promise);
    }

    @Override
    public void disconnect(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.disconnect(promise);
    }

    @Override
    public void deregister(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.deregister(promise);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ctx.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
    }
}
