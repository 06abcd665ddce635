package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import reactor.netty.NettyPipeline;

/**
 * Ends a connection whose client sends more before its upgrade to WebSocket is answered, which RFC 6455 forbids (section
 * 4.1). Netty hands such bytes past the decoder of WebSocket frames, and Reactor Netty keeps them where nobody looks for
 * them again: memory that is lost until the process ends, as much as a client likes.
 */
final class EarlyBytes extends ChannelInboundHandlerAdapter {

    /** Looks out for them; the upgrade comes next. */
    static void refuse(ChannelPipeline pipeline) {
        pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new EarlyBytes());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            bytes.release();
            context.channel().eventLoop().execute(context::close); // not in the middle of the upgrade
        } else {
            context.fireChannelRead(message);
        }
    }
}
