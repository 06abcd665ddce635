package io.fluxlab.benchmarks;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.util.DefaultPayload;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpClient;

/** Sends a lab whatever text it is given, and looks at no answer. Thread-safe. */
record RawClient(RSocket rsocket) implements AutoCloseable {

    static RawClient of(InetSocketAddress address) {
        return new RawClient(RSocketConnector.create()
                .dataMimeType("application/json")
                .metadataMimeType(WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString())
                .connect(TcpClientTransport.create(TcpClient.newConnection().remoteAddress(() -> address)))
                .blockOptional()
                .orElseThrow());
    }

    /** Completes when the answer has ended, in whatever way. */
    Mono<Void> ask(String route, String json) {
        return Mono.defer(() -> rsocket.requestStream(
                                DefaultPayload.create(json.getBytes(StandardCharsets.UTF_8), metadata(route)))
                        .doOnNext(Payload::release)
                        .then())
                .onErrorComplete();
    }

    private static byte[] metadata(String route) {
        CompositeByteBuf metadata = ByteBufAllocator.DEFAULT.compositeBuffer();
        try {
            CompositeMetadataCodec.encodeAndAddMetadata(
                    metadata,
                    ByteBufAllocator.DEFAULT,
                    WellKnownMimeType.MESSAGE_RSOCKET_ROUTING,
                    TaggingMetadataCodec.createTaggingContent(ByteBufAllocator.DEFAULT, List.of(route)));
            return ByteBufUtil.getBytes(metadata);
        } finally {
            metadata.release();
        }
    }

    @Override
    public void close() {
        rsocket.dispose();
    }
}
