package io.fluxlab.server.transport;

import io.fluxlab.error.FieldError;
import io.netty.buffer.ByteBuf;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import io.rsocket.frame.SetupFrameCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Judges the first frame of a connection, which RSocket itself takes at its word. */
final class SetupCheck {

    private static final int VERSION_AT = FrameHeader.BYTES;
    private static final int INTERVAL_AT = VERSION_AT + Integer.BYTES;
    private static final int LIFETIME_AT = INTERVAL_AT + Integer.BYTES;
    private static final int MIME_TYPES_AT = LIFETIME_AT + Integer.BYTES;

    private SetupCheck() {}

    /** What is wrong with this frame, if anything is. */
    static @Nullable Refusal problem(FrameHeader header, ByteBuf frame, TransportLimits limits) {
        if (header.type() == FrameType.RESUME) {
            return new Refusal(ErrorFrameCodec.REJECTED_RESUME, "unsupported-setup", "resumption is not offered");
        }
        if (header.type() != FrameType.SETUP || header.streamId() != 0) {
            return invalid("the first frame must be SETUP, was " + header.type());
        }
        if (!isWellFormed(frame)) {
            return invalid("the SETUP frame is cut short");
        }
        int start = frame.readerIndex();
        if (frame.getInt(start + VERSION_AT) != SetupFrameCodec.CURRENT_VERSION) {
            return unsupported("RSocket 1.0 is offered, not version " + SetupFrameCodec.humanReadableVersion(frame));
        }
        if (header.has(SetupFrameCodec.FLAGS_RESUME_ENABLE)) {
            return unsupported("resumption is not offered");
        }
        if (header.has(SetupFrameCodec.FLAGS_WILL_HONOR_LEASE)) {
            return unsupported("lease is not offered");
        }
        Refusal interval = outside(
                "keepAliveInterval",
                frame.getInt(start + INTERVAL_AT),
                limits.times().minKeepAlive(),
                limits.times().idle());
        return interval != null
                ? interval
                : outside(
                        "keepAliveMaxLifetime",
                        frame.getInt(start + LIFETIME_AT),
                        limits.times().minKeepAlive(),
                        limits.times().maxLifetime());
    }

    /** Whether both mime types are there; RSocket reads their lengths as signed bytes. */
    private static boolean isWellFormed(ByteBuf frame) {
        int at = frame.readerIndex() + MIME_TYPES_AT;
        if (FrameHeader.of(frame).has(SetupFrameCodec.FLAGS_RESUME_ENABLE)) {
            return at <= frame.writerIndex();
        }
        for (int mimeType = 0; mimeType < 2; mimeType++) {
            if (at >= frame.writerIndex() || frame.getByte(at) < 0) {
                return false;
            }
            at += 1 + frame.getByte(at);
        }
        return at <= frame.writerIndex() && FrameCheck.metadataFits(frame, at);
    }

    private static @Nullable Refusal outside(String field, int millis, Duration min, Duration max) {
        if (millis >= min.toMillis() && millis <= max.toMillis()) {
            return null;
        }
        String bounds = "must be between " + min.toMillis() + " and " + max.toMillis() + " ms";
        return new Refusal(
                ErrorFrameCodec.INVALID_SETUP,
                "invalid-setup",
                field + " " + bounds + ", was " + millis,
                new FieldError(field, millis, bounds));
    }

    private static Refusal invalid(String message) {
        return new Refusal(ErrorFrameCodec.INVALID_SETUP, "invalid-setup", message);
    }

    private static Refusal unsupported(String message) {
        return new Refusal(ErrorFrameCodec.UNSUPPORTED_SETUP, "unsupported-setup", message);
    }
}
