package io.fluxlab.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;

/** What a client shows of itself, as an entry of composite metadata. Spring spells its type out, too. */
final class Shown {

    private static final UnpooledByteBufAllocator HEAP = new UnpooledByteBufAllocator(false);
    private static final String TYPE = "message/x.rsocket.authentication.v0";

    private final byte[] metadata;

    private Shown(byte[] metadata) {
        this.metadata = metadata;
    }

    byte[] metadata() {
        return metadata.clone();
    }

    static Shown nothing() {
        return new Shown(new byte[0]);
    }

    static Shown bearer(String token) {
        return authentication(AuthMetadataCodec.encodeBearerMetadata(HEAP, token.toCharArray()));
    }

    static Shown simple(String name, String password) {
        return authentication(AuthMetadataCodec.encodeSimpleMetadata(HEAP, name.toCharArray(), password.toCharArray()));
    }

    /** Bytes that no codec wrote. */
    static Shown raw(int... bytes) {
        ByteBuf content = Unpooled.buffer();
        for (int each : bytes) {
            content.writeByte(each);
        }
        return authentication(content);
    }

    private static Shown authentication(ByteBuf content) {
        return new Shown(entry(TYPE, content));
    }

    /** One entry, of a type that is spelt out. */
    static byte[] entry(String mimeType, ByteBuf content) {
        CompositeByteBuf metadata = HEAP.compositeBuffer();
        CompositeMetadataCodec.encodeAndAddMetadata(metadata, HEAP, mimeType, content);
        byte[] bytes = ByteBufUtil.getBytes(metadata);
        metadata.release();
        return bytes;
    }
}
