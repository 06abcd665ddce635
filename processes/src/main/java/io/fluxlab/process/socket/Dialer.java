package io.fluxlab.process.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketServer;
import io.rsocket.exceptions.RejectedSetupException;
import io.rsocket.frame.decoder.PayloadDecoder;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/** How an invited child meets its parent. Stateless; thread-safe. */
public final class Dialer {

    private Dialer() {}

    /**
     * Connects, and answers what the parent asks. Starts at subscription; completes when the connection has ended, and
     * fails where there was none or the one there is not the parent.
     */
    public static Mono<Void> serve(Invitation invitation, RSocket responder, EventLoop loop) {
        return connect(invitation, loop)
                .flatMap(connection -> RSocketServer.create(
                                (setup, parent) -> Invitation.same(setup.getDataUtf8(), invitation.secret())
                                        ? Mono.just(responder)
                                        : Mono.error(new RejectedSetupException("not the parent")))
                        .payloadDecoder(PayloadDecoder.DEFAULT)
                        .fragment(Rendezvous.FRAGMENT_BYTES)
                        .maxInboundPayloadSize(Integer.MAX_VALUE)
                        .asConnectionAcceptor()
                        .apply(connection)
                        .then(connection.onClose()));
    }

    private static Mono<SocketConnection> connect(Invitation invitation, EventLoop loop) {
        return Mono.create(sink -> {
            Address address = Address.parse(invitation.address());
            new Bootstrap()
                    .group(loop)
                    .channelFactory(address.clients())
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            address.tune(channel.config());
                        }
                    })
                    .connect(address.socket())
                    .addListener((ChannelFuture connected) -> {
                        if (connected.isSuccess()) {
                            Channel channel = connected.channel();
                            SocketConnection connection = new SocketConnection(channel);
                            channel.writeAndFlush(channel.alloc()
                                    .buffer()
                                    .writeBytes(invitation.token().getBytes(StandardCharsets.US_ASCII)));
                            sink.success(connection);
                        } else {
                            sink.error(connected.cause());
                        }
                    });
        });
    }
}
