package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.EventLoop;
import io.rsocket.DuplexConnection;
import io.rsocket.RSocket;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.channel.ChannelOperations;

/**
 * One accepted connection as RSocket sees it, with the guards between RSocket and the socket. Frames may be sent from
 * any thread; everything inbound happens on the connection's event loop.
 */
final class GuardedConnection implements DuplexConnection, Answers {

    /** How long a refused peer has to read why, before the connection closes. */
    static final Duration LINGER = Duration.ofSeconds(1);

    /** Where RSocket makes its frames: it is cheap, and they are copied and released at once. */
    private static final ByteBufAllocator FRAMES = new UnpooledByteBufAllocator(false, true);

    private final Connection connection;
    private final EventLoop loop;
    private final Framing framing;
    private final TransportLimits limits;
    private final OutboundGauge gauge;
    private final OutboundFrames outboundFrames;
    private final Outbox outbox;
    private final InboundGuard guard;
    private final WireProgress progress;
    private final Consumer<? super Refusal> refusals;
    private final SharedBudget.Share pending;
    private final SharedBudget.Share open;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean overflown = new AtomicBoolean();

    /**
     * @param budgets what it shares with all others
     * @param seat takes a seat for this connection when its set-up has come, or says why there is none
     * @param refusals hears of what is refused
     */
    GuardedConnection(
            Connection connection,
            Framing framing,
            TransportLimits limits,
            SharedBudgets budgets,
            Supplier<@Nullable Refusal> seat,
            Consumer<? super Refusal> refusals) {
        this.connection = connection;
        this.loop = connection.channel().eventLoop();
        this.framing = framing;
        this.limits = limits;
        this.refusals = refusals;
        this.pending = budgets.pendingBytes().join(this::giveUp);
        this.open = budgets.streams().join(this::giveUp);
        OpenStreams streams = new OpenStreams(open);
        this.gauge = new OutboundGauge(connection.channel(), limits.outbound(), pending, this::overflow);
        this.outboundFrames = new OutboundFrames(streams);
        this.outbox = framing.outbox(connection);
        this.guard = new InboundGuard(limits, streams, pending, this, seat, System::nanoTime);
        this.progress = new WireProgress(pending, System::nanoTime);
    }

    /** Puts the guards in place. */
    GuardedConnection start() {
        framing.install(connection, limits.requests(), progress, guard);
        connection.addHandlerLast(gauge);
        long nanos = limits.times().tick().toNanos();
        Future<?> clock = loop.scheduleAtFixedRate(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
        connection.onDispose(() -> clock.cancel(false));
        connection.onDispose(this::discardInbound);
        connection.onDispose(() -> {
            pending.end();
            open.end();
        });
        return this;
    }

    /** Makes room for others at once; telling the peer, which may not read, would keep what it holds. */
    private void giveUp(Refusal why) {
        refusals.accept(why);
        try {
            loop.execute(this::dispose);
        } catch (RejectedExecutionException e) {
            pending.end(); // the server is gone
        }
    }

    /** Closes at once, and says so to whoever listens: the peer, which does not read, would not hear of it. */
    private void overflow(long bytes) {
        if (overflown.compareAndSet(false, true)) {
            refusals.accept(Refusal.limit(
                    ErrorFrameCodec.CONNECTION_ERROR,
                    "pendingBytes",
                    limits.outbound().pendingBytes(),
                    bytes,
                    "this connection does not take what it asked for, and was closed"));
            dispose();
        }
    }

    /**
     * Releases what has come in and nobody has asked for: Reactor Netty does so where this side closes, and keeps it for
     * good where the peer does while its subscriber waits.
     */
    private void discardInbound() {
        ChannelOperations<?, ?> operations = connection.as(ChannelOperations.class);
        if (operations != null) {
            operations.discard();
        }
    }

    /** Open while response streams may go on. */
    DemandGate responses() {
        return gauge.responses();
    }

    @Override
    public Flux<ByteBuf> receive() {
        return new GatedFlux<>(connection.inbound().receive(), gauge.requests(), ByteBuf::readableBytes)
                .<ByteBuf>handle((message, sink) -> {
                    ByteBuf frame = guard.admit(framing.frame(message), framing.length(message));
                    if (frame != null) {
                        sink.next(frame);
                    }
                })
                .doOnError(error -> dispose());
    }

    private void tick() {
        Duration limit = limits.times().unfinished();
        Duration unfinished = progress.unfinishedFor();
        if (unfinished.compareTo(limit) > 0) {
            guard.refuse(Refusal.time(
                    ErrorFrameCodec.CONNECTION_ERROR,
                    "unfinishedMillis",
                    limit,
                    unfinished,
                    "the rest of a frame has not come"));
        }
        guard.tick();
    }

    @Override
    public void sendFrame(int streamId, ByteBuf frame) {
        ByteBuf passed = outboundFrames.pass(FRAMES, frame);
        gauge.accept(outbox.bytes(passed));
        outbox.send(passed);
        gauge.check();
    }

    /**
     * Hands a responder over on the event loop, unless the connection has closed meanwhile, and closes the connection where
     * the responder ends with an error, whose message is for the peer.
     */
    Mono<RSocket> follow(Mono<RSocket> responder) {
        Mono<Void> closed = onClose().onErrorComplete();
        return responder
                .publishOn(Schedulers.fromExecutor(loop))
                .takeUntilOther(closed)
                .doOnNext(made -> made.onClose()
                        .takeUntilOther(closed)
                        .subscribe(
                                nothing -> {},
                                why -> sendErrorAndClose(new RSocketErrorException(
                                        ErrorFrameCodec.CONNECTION_ERROR, String.valueOf(why.getMessage())))));
    }

    @Override
    public void refuseStream(int streamId, Refusal refusal) {
        refusals.accept(refusal);
        sendFrame(streamId, ErrorFrameCodec.encode(FRAMES, streamId, refusal.toException()));
    }

    @Override
    public void ignored(Refusal why) {
        refusals.accept(why);
    }

    @Override
    public void refuseConnection(Refusal refusal) {
        refusals.accept(refusal);
        sendErrorAndClose(refusal.toException());
    }

    @Override
    public void sendErrorAndClose(RSocketErrorException error) {
        if (ending.compareAndSet(false, true)) {
            ByteBuf frame = outboundFrames.pass(FRAMES, ErrorFrameCodec.encode(FRAMES, 0, error));
            gauge.accept(outbox.bytes(frame));
            outbox.sendLast(frame, () -> framing.end(connection));
            loop.schedule(this::dispose, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void dispose() {
        connection.dispose();
    }

    @Override
    public boolean isDisposed() {
        return connection.isDisposed();
    }

    @Override
    public Mono<Void> onClose() {
        return connection.onTerminate();
    }

    @Override
    public ByteBufAllocator alloc() {
        return FRAMES;
    }

    @Override
    public SocketAddress remoteAddress() {
        return connection.channel().remoteAddress();
    }
}
