package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.broker.Refusals.Cause;
import io.fluxlab.cluster.link.Link;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.utils.ProxyProtocolUtil;
import org.jspecify.annotations.Nullable;

/**
 * What one connection may send the broker: until it has logged in, the few small frames that lead there, and afterwards
 * frames of a worker's size. The broker itself would gather a frame of any length, and act on some frames of whoever
 * has shown no token. Its handler's methods are called on the connection's event loop; the others are thread-safe.
 */
final class Gate extends ChannelInboundHandlerAdapter {

    /** All that a newcomer may send; logging in takes some hundred bytes. */
    static final int MOST_EARLY_BYTES = 64 * 1024;

    /** What a frame may have; what a message has beside its content is far below that of a newcomer. */
    static final int MOST_FRAME_BYTES = Link.LARGE_BYTES + MOST_EARLY_BYTES;

    /** What a client sends before its session is there. */
    private static final Set<Byte> EARLY_TYPES = Set.of(
            PacketImpl.PING,
            PacketImpl.SUBSCRIBE_TOPOLOGY,
            PacketImpl.SUBSCRIBE_TOPOLOGY_V2,
            PacketImpl.CREATESESSION,
            PacketImpl.CREATESESSION_V2);

    private final Places places;
    private final FrameHeads heads = new FrameHeads(this::check);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean loggedIn;
    private @Nullable ChannelHandlerContext connection;
    private long earlyBytes;

    Gate(Places places) {
        this.places = places;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection = context;
        places.enter(this);
        long millis = places.limits().patience().toMillis();
        context.executor().schedule(() -> late(millis), millis, TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    private void late(long millis) {
        if (!loggedIn && context().channel().isActive()) {
            refuse(Cause.NO_TOKEN, "it has shown no token for %d ms".formatted(millis));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closed.set(true);
        places.leave(this);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf come = (ByteBuf) message;
        if (isWelcome(come)) {
            context.fireChannelRead(come);
        } else {
            come.release();
        }
    }

    private boolean isWelcome(ByteBuf come) {
        if (closed.get()) {
            return false;
        }
        try {
            heads.read(come);
            count(come.readableBytes());
            return true;
        } catch (UnwelcomeException e) {
            refuse(e.reason(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void count(int bytes) throws UnwelcomeException {
        if (!loggedIn) {
            earlyBytes += bytes;
            if (earlyBytes > MOST_EARLY_BYTES) {
                throw new UnwelcomeException(
                        Cause.TOO_LARGE, "it sent more than %d bytes and no token".formatted(MOST_EARLY_BYTES));
            }
        }
    }

    private void check(byte type, int bytes) throws UnwelcomeException {
        int most = loggedIn ? MOST_FRAME_BYTES : MOST_EARLY_BYTES;
        if (bytes > most) {
            throw new UnwelcomeException(
                    Cause.TOO_LARGE,
                    "a frame %s must be at most %d bytes, was %d"
                            .formatted(loggedIn ? "of a worker" : "before the token", most, bytes));
        }
        if (!loggedIn && !EARLY_TYPES.contains(type)) {
            throw new UnwelcomeException(
                    Cause.OTHER_PROTOCOL, "it sent a frame of type %d before a token".formatted(type));
        }
    }

    /** What fails before the token is refused; the broker knows what to do with the rest. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        if (loggedIn) {
            context.fireExceptionCaught(error);
        } else if (error.getCause() instanceof SSLException handshake) {
            refuse(Cause.HANDSHAKE, "its TLS handshake failed: " + handshake.getMessage());
        } else {
            context.close();
        }
    }

    /** It has shown the token; whether there is a place for it. */
    boolean logIn() {
        loggedIn = loggedIn || places.admit(this);
        return loggedIn;
    }

    /** Closes the connection, and says why; only once. */
    void refuse(Cause cause, String why) {
        if (closed.compareAndSet(false, true)) {
            places.refusals().add(cause, who(), why);
            context().close();
        }
    }

    /** Whose connection it is: address and port. */
    String who() {
        return ProxyProtocolUtil.getRemoteAddress(context().channel());
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(connection, "there is a connection");
    }
}
