package io.fluxlab.loop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import reactor.core.publisher.MonoSink;

/** A channel that is being opened, as a {@code Mono}. */
final class Completion {

    private Completion() {}

    static ChannelFutureListener of(MonoSink<Channel> sink) {
        return opened -> {
            if (opened.isSuccess()) {
                sink.success(opened.channel());
            } else {
                sink.error(opened.cause());
            }
        };
    }
}
