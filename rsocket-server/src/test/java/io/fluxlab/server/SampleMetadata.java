package io.fluxlab.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import java.util.List;
import java.util.stream.Stream;

/** Composite metadata that makes sense: where a fuzzer begins. */
final class SampleMetadata {

    private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false);

    private SampleMetadata() {}

    static Stream<byte[]> all() {
        return Stream.of("lab.lanes", "lab.run", "lab.steer", "nothing-like-it")
                .flatMap(route -> Stream.of(
                        composite(entry -> add(entry, WellKnownMimeType.MESSAGE_RSOCKET_ROUTING, tags(route))),
                        composite(entry -> {
                            add(entry, WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION, simple());
                            add(entry, WellKnownMimeType.MESSAGE_RSOCKET_ROUTING, tags(route, "second"));
                        }),
                        composite(entry -> {
                            add(entry, WellKnownMimeType.MESSAGE_RSOCKET_ROUTING, tags(route));
                            add(entry, WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION, bearer());
                        }),
                        composite(entry -> {
                            spelt(entry, "message/x.rsocket.authentication.v0", bearer());
                            spelt(entry, "message/x.rsocket.routing.v0", tags(route));
                            spelt(entry, "application/unheard-of", bearer());
                        })));
    }

    private interface Entries {
        void addTo(CompositeByteBuf metadata);
    }

    private static byte[] composite(Entries entries) {
        CompositeByteBuf metadata = HEAP.compositeBuffer();
        entries.addTo(metadata);
        byte[] bytes = ByteBufUtil.getBytes(metadata);
        metadata.release();
        return bytes;
    }

    private static void add(CompositeByteBuf metadata, WellKnownMimeType type, ByteBuf content) {
        CompositeMetadataCodec.encodeAndAddMetadata(metadata, HEAP, type, content);
    }

    private static void spelt(CompositeByteBuf metadata, String type, ByteBuf content) {
        CompositeMetadataCodec.encodeAndAddMetadata(metadata, HEAP, type, content);
    }

    private static ByteBuf tags(String... tags) {
        return TaggingMetadataCodec.createTaggingContent(HEAP, List.of(tags));
    }

    private static ByteBuf simple() {
        return AuthMetadataCodec.encodeSimpleMetadata(HEAP, "ann".toCharArray(), "secret".toCharArray());
    }

    private static ByteBuf bearer() {
        return AuthMetadataCodec.encodeBearerMetadata(HEAP, "a.b.c".toCharArray());
    }
}
