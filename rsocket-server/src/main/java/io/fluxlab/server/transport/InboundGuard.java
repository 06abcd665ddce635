package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges every frame of a connection before RSocket sees it. Touched by the connection's event loop alone.
 *
 * <p>Frames of streams go to the {@link StreamGuard}; the first frame and those on stream 0 are judged here. A connection
 * that was refused admits nothing any more.
 */
final class InboundGuard {

    private final TransportLimits limits;
    private final Answers answers;
    private final StreamGuard streams;
    private final ControlRate control;
    private final LongSupplier nanoTime;
    private final Supplier<@Nullable Refusal> seat;

    private final long acceptedNanos;
    private long lastFrameNanos;
    private boolean setUp;
    private boolean refused;

    /**
     * @param bytes share of the bytes of all connections
     * @param seat takes a seat for a connection whose set-up is right, or says why there is none
     * @param nanoTime the clock
     */
    InboundGuard(
            TransportLimits limits,
            OpenStreams open,
            SharedBudget.Share bytes,
            Answers answers,
            Supplier<@Nullable Refusal> seat,
            LongSupplier nanoTime) {
        this.limits = limits;
        this.answers = answers;
        this.seat = seat;
        this.nanoTime = nanoTime;
        this.streams = new StreamGuard(limits, open, bytes, answers, nanoTime);
        this.control = new ControlRate(limits.requests().controlFramesPerSecond(), nanoTime);
        this.acceptedNanos = nanoTime.getAsLong();
        this.lastFrameNanos = acceptedNanos;
    }

    /**
     * The frame for RSocket to see, if any.
     *
     * @param frame without a length prefix; not released here
     * @param length of the frame on the wire; larger than the buffer if the rest was discarded
     */
    @Nullable
    ByteBuf admit(ByteBuf frame, int length) {
        if (refused) {
            return null;
        }
        lastFrameNanos = nanoTime.getAsLong();
        if (frame.readableBytes() < FrameHeader.BYTES) {
            return refuse(Refusal.connection("a frame of " + frame.readableBytes() + " bytes has no header"));
        }
        FrameHeader header = FrameHeader.of(frame);
        if (!setUp) {
            return admitFirst(header, frame, length);
        }
        return header.streamId() == 0 ? admitControl(header, frame, length) : streams.admit(header, frame, length);
    }

    private @Nullable ByteBuf admitFirst(FrameHeader header, ByteBuf frame, int length) {
        Refusal problem = length > frame.readableBytes()
                ? tooLarge(ErrorFrameCodec.INVALID_SETUP, length)
                : SetupCheck.problem(header, frame, limits);
        if (problem == null) {
            problem = seat.get();
        }
        if (problem != null) {
            return refuse(problem);
        }
        setUp = true;
        return frame;
    }

    private @Nullable ByteBuf admitControl(FrameHeader header, ByteBuf frame, int length) {
        if (!countControlFrame()) {
            return null;
        }
        if (length > frame.readableBytes()) {
            return refuse(tooLarge(ErrorFrameCodec.CONNECTION_ERROR, length));
        }
        if (header.type() == FrameType.SETUP) {
            return refuse(Refusal.connection("the connection is set up already"));
        }
        if (header.type() == FrameType.METADATA_PUSH) {
            answers.ignored(Refusal.unanswerable("metadata-push", "a metadata push serves nothing here"));
        }
        return length >= usefulBytes(header.type()) ? frame : null;
    }

    /** Metadata pushes and the like serve nothing here and can't be answered. */
    private static int usefulBytes(FrameType type) {
        return switch (type) {
            case KEEPALIVE -> FrameHeader.BYTES + Long.BYTES;
            case ERROR -> FrameHeader.BYTES + Integer.BYTES;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Counts a frame that belongs to no request, and ends the connection if there are too many of them. */
    boolean countControlFrame() {
        if (control.permits()) {
            return true;
        }
        int most = limits.requests().controlFramesPerSecond();
        refuse(Refusal.limit(
                ErrorFrameCodec.CONNECTION_ERROR,
                "controlFramesPerSecond",
                most,
                most + 1,
                "keep-alives, metadata pushes and pings come faster"));
        return false;
    }

    /** Looks at the clock: refuses a connection without set-up, a silent one, and requests that don't get finished. */
    void tick() {
        if (refused) {
            return;
        }
        long now = nanoTime.getAsLong();
        Duration sinceAccepted = Duration.ofNanos(now - acceptedNanos);
        Duration silence = Duration.ofNanos(now - lastFrameNanos);
        TimeLimits times = limits.times();
        if (!setUp && sinceAccepted.compareTo(times.firstFrame()) > 0) {
            refuse(Refusal.time(
                    ErrorFrameCodec.INVALID_SETUP,
                    "firstFrameMillis",
                    times.firstFrame(),
                    sinceAccepted,
                    "no SETUP frame has come"));
        } else if (silence.compareTo(times.idle()) > 0) {
            refuse(Refusal.time(
                    ErrorFrameCodec.CONNECTION_CLOSE,
                    "idleMillis",
                    times.idle(),
                    silence,
                    "no frame has come, nor a keep-alive"));
        } else {
            Refusal problem = streams.tick();
            if (problem != null) {
                refuse(problem);
            }
        }
    }

    /** Ends the connection; returns null for convenience. */
    @Nullable
    ByteBuf refuse(Refusal refusal) {
        if (!refused) {
            refused = true;
            answers.refuseConnection(refusal);
        }
        return null;
    }

    /** The refusal of a frame that is larger than a request may be. */
    private Refusal tooLarge(int errorCode, int length) {
        int payload = length - FrameHeader.BYTES;
        return Refusal.limit(
                errorCode,
                "requestBytes",
                limits.requests().requestBytes(),
                payload,
                "what the frame carries is too long");
    }
}
