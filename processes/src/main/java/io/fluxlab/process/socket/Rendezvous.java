package io.fluxlab.process.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.util.DefaultPayload;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Where a parent waits for the children that it has invited. Thread-safe; everything inbound happens on one event loop,
 * with which all channels close.
 */
public final class Rendezvous {

    /** A payload above this travels in fragments. */
    static final int FRAGMENT_BYTES = 1 << 20;

    private static final String SOCKET = "s";

    /** How long a stranger may stay one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLoop loop;
    private final Channel listener;
    private final ParentAddress address;
    private final Map<String, Expected> expected;

    private Rendezvous(EventLoop loop, Channel listener, ParentAddress address, Map<String, Expected> expected) {
        this.loop = loop;
        this.listener = listener;
        this.address = address;
        this.expected = expected;
    }

    /** An invited child that has not come yet. */
    private record Expected(Invitation invitation, Sinks.One<RSocket> arrival) {}

    /** An invitation, and the child once it has come; that fails where the two do not get along. */
    public record Guest(Invitation invitation, Mono<RSocket> arrival) {}

    /**
     * Listens on a socket file in a folder that is nobody else's, or on loopback where that can't be. Starts at
     * subscription.
     */
    public static Mono<Rendezvous> in(Path folder, EventLoop loop) {
        return listen(new ParentAddress.Unix(folder.resolve(SOCKET)), loop, PATIENCE)
                .onErrorResume(error -> onLoopback(loop));
    }

    /** Listens on loopback, on a port that is free. Starts at subscription. */
    public static Mono<Rendezvous> onLoopback(EventLoop loop) {
        return listen(new ParentAddress.Loopback(0), loop, PATIENCE);
    }

    /** Listens there, and bears with strangers for so long. Starts at subscription. */
    static Mono<Rendezvous> listen(ParentAddress address, EventLoop loop, Duration patience) {
        return Mono.create(sink -> {
            Strangers strangers = new Strangers(patience);
            Map<String, Expected> expected = new ConcurrentHashMap<>();
            new ServerBootstrap()
                    .group(loop)
                    .channelFactory(address.servers())
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            address.tune(channel.config());
                            channel.pipeline()
                                    .addLast(new Greeting(strangers, (token, from) -> welcome(expected, token, from)));
                        }
                    })
                    .bind(address.socket())
                    .addListener((ChannelFuture bound) -> {
                        if (bound.isSuccess()) {
                            ParentAddress found = bound.channel().localAddress() instanceof InetSocketAddress inet
                                    ? new ParentAddress.Loopback(inet.getPort())
                                    : address;
                            sink.success(new Rendezvous(loop, bound.channel(), found, expected));
                        } else {
                            sink.error(bound.cause());
                        }
                    });
        });
    }

    /** Expects one more child, for once. */
    public Guest invite() {
        Invitation invitation = Invitation.to(address.toString());
        Expected child = new Expected(invitation, Sinks.one());
        expected.put(invitation.token(), child);
        return new Guest(invitation, child.arrival.asMono());
    }

    /** Expects a child no longer. */
    public void forget(Invitation invitation) {
        expected.remove(invitation.token());
    }

    /** The loop that everything inbound happens on. */
    public EventLoop loop() {
        return loop;
    }

    /** Listens no longer; connections that exist go on. */
    public void dispose() {
        listener.close();
    }

    private static boolean welcome(Map<String, Expected> expected, String token, Channel channel) {
        Expected child = expected.remove(token);
        if (child == null) {
            return false;
        }
        SocketConnection connection = new SocketConnection(channel);
        // No keep-alives: RSocket's run on a process-wide scheduler, and children have a pulse of their own.
        RSocketConnector.create()
                .keepAlive(Duration.ofNanos(1), Duration.ofDays(1))
                .payloadDecoder(PayloadDecoder.ZERO_COPY)
                .fragment(FRAGMENT_BYTES)
                .maxInboundPayloadSize(Integer.MAX_VALUE)
                .setupPayload(DefaultPayload.create(child.invitation.secret()))
                .connect(() -> Mono.just(connection))
                .subscribe(child.arrival::tryEmitValue, child.arrival::tryEmitError);
        return true;
    }
}
