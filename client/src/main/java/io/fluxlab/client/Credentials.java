package io.fluxlab.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.Payload;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.util.DefaultPayload;
import io.rsocket.util.EmptyPayload;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows of itself when it connects, as RSocket's authentication extension has it. It can be read by
 * whoever is on the way, unless the address says {@code tls} or {@code wss}. Immutable, and never printed.
 */
public final class Credentials {

    /** Nothing is shown. */
    public static final Credentials NONE = new Credentials(null, null);

    private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false, true);

    private final @Nullable String name;
    private final @Nullable String secret;

    private Credentials(@Nullable String name, @Nullable String secret) {
        this.name = name;
        this.secret = secret;
    }

    /** A token, as {@code fluxlab token add} prints it. */
    public static Credentials token(String token) {
        return new Credentials(null, token);
    }

    /** A name and a password; of a lab's own token the password is the whole token. */
    public static Credentials password(String name, String password) {
        return new Credentials(name, password);
    }

    /** Whether anything is shown. */
    public boolean isEmpty() {
        return secret == null;
    }

    /** The payload of a set-up frame. */
    Payload setup() {
        String shown = secret;
        if (shown == null) {
            return EmptyPayload.INSTANCE;
        }
        String who = name;
        ByteBuf entry = who == null
                ? AuthMetadataCodec.encodeBearerMetadata(HEAP, shown.toCharArray())
                : AuthMetadataCodec.encodeSimpleMetadata(HEAP, who.toCharArray(), shown.toCharArray());
        CompositeByteBuf metadata = HEAP.compositeBuffer();
        CompositeMetadataCodec.encodeAndAddMetadata(
                metadata, HEAP, WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION, entry);
        try {
            return DefaultPayload.create(new byte[0], ByteBufUtil.getBytes(metadata));
        } finally {
            metadata.release();
        }
    }

    /** Not the secret. */
    @Override
    public String toString() {
        return isEmpty() ? "no credentials" : "credentials";
    }
}
