package io.fluxlab.process.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiPredicate;

/** Reads a stranger's token, gives the channel to whoever waits for that one, and else closes it without a word. */
final class Greeting extends ByteToMessageDecoder {

    private final Strangers strangers;
    private final BiPredicate<String, Channel> welcome;

    /**
     * @param strangers whom the channel belongs to until then
     * @param welcome takes over the channel of a token, or answers false
     */
    Greeting(Strangers strangers, BiPredicate<String, Channel> welcome) {
        this.strangers = strangers;
        this.welcome = welcome;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        strangers.came(context.channel());
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < Invitation.TOKEN_LENGTH) {
            return;
        }
        String token = in.readCharSequence(Invitation.TOKEN_LENGTH, StandardCharsets.US_ASCII)
                .toString();
        if (welcome.test(token, context.channel())) {
            context.pipeline().remove(this);
        } else {
            in.skipBytes(in.readableBytes());
            context.close();
        }
    }

    /** What goes wrong between strangers and this process is nobody's concern. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        strangers.left(context.channel());
    }
}
