package io.fluxlab.process.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/** Reads a stranger's token, gives the channel to whoever waits for that one, and else closes it without a word. */
final class Greeting extends ByteToMessageDecoder {

    private static final long PATIENCE_SECONDS = 10;

    private final BiPredicate<String, Channel> welcome;
    private Future<?> timer = CompletableFuture.completedFuture(null);

    /**
     * @param welcome takes over the channel of a token, or answers false
     */
    Greeting(BiPredicate<String, Channel> welcome) {
        this.welcome = welcome;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> context.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < Invitation.TOKEN_LENGTH) {
            return;
        }
        timer.cancel(false);
        String token = in.readCharSequence(Invitation.TOKEN_LENGTH, StandardCharsets.US_ASCII)
                .toString();
        if (welcome.test(token, context.channel())) {
            context.pipeline().remove(this);
        } else {
            in.skipBytes(in.readableBytes());
            context.close();
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        timer.cancel(false);
    }
}
