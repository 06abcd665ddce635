package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;

/**
 * Compares the bytes of a WebSocket with the frames that were made of them: Netty's decoder does not tell whether it
 * holds the beginning of a frame. Stands first in the pipeline, where the bytes are. Touched by the event loop alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, section 5.2</a>
 */
final class WebSocketBytes extends ChannelDuplexHandler {

    private static final int MASKED_HEADER_BYTES = 6;
    private static final int MOST_IN_7_BITS = 125;
    private static final int MOST_IN_16_BITS = 0xFFFF;

    private final WireProgress progress;
    private long ahead;
    private boolean messageIsOpen;

    WebSocketBytes(WireProgress progress) {
        this.progress = progress;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            ahead += bytes.readableBytes();
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        progress.readCompleted(ahead > 0 || messageIsOpen);
        ctx.fireChannelReadComplete();
    }

    /** A frame was made of the bytes; a control frame may stand between those of a message. */
    void decoded(WebSocketFrame frame, boolean control) {
        ahead = Math.max(0, ahead - bytesOf(frame.content().readableBytes()));
        if (!control) {
            messageIsOpen = !frame.isFinalFragment();
        }
        if (!messageIsOpen) {
            progress.frameCompleted();
        }
    }

    /**
     * Waits a moment if the peer is in the middle of a frame: closing with bytes unread resets the connection, and the
     * peer would never see why it was closed.
     */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (ahead == 0 || !ctx.channel().isActive()) {
            ctx.close(promise);
            return;
        }
        ctx.channel().config().setAutoRead(true);
        ctx.executor().schedule(() -> ctx.close(promise), GuardedConnection.LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int bytesOf(int payload) {
        int length = payload <= MOST_IN_7_BITS ? 0 : payload <= MOST_IN_16_BITS ? Short.BYTES : Long.BYTES;
        return MASKED_HEADER_BYTES + length + payload;
    }
}
