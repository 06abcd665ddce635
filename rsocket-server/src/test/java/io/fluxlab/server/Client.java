package io.fluxlab.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.transport.ClientTransport;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A bare RSocket client: routes and data as anybody would write them, without the project's own client. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RSocket rsocket;
    private final ObjectMapper mapper;

    private Client(RSocket rsocket, ObjectMapper mapper) {
        this.rsocket = rsocket;
        this.mapper = mapper;
    }

    static Client connect(ClientTransport transport, WireFormat format) {
        return connect(transport, format.mimeType(), WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString());
    }

    static Client connect(ClientTransport transport, String dataMimeType, String metadataMimeType) {
        RSocket rsocket = RSocketConnector.create()
                .dataMimeType(dataMimeType)
                .metadataMimeType(metadataMimeType)
                .connect(transport)
                .block(PATIENCE);
        boolean cbor = dataMimeType.equals(WireFormat.CBOR.mimeType());
        return new Client(
                Objects.requireNonNull(rsocket), cbor ? new ObjectMapper(new CBORFactory()) : new ObjectMapper());
    }

    RSocket rsocket() {
        return rsocket;
    }

    Flux<JsonNode> stream(String route, @Nullable Object data) {
        return rsocket.requestStream(payload(route, data)).map(this::read);
    }

    Flux<JsonNode> channel(String route, Flux<?> data) {
        return rsocket.requestChannel(data.map(each -> payload(route, each))).map(this::read);
    }

    Payload payload(String route, @Nullable Object data) {
        return DefaultPayload.create(bytes(data), routing(route));
    }

    /** Texts are taken as they are, to send what is no data at all. */
    private byte[] bytes(@Nullable Object data) {
        try {
            return switch (data) {
                case null -> new byte[0];
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case Object value -> mapper.writeValueAsBytes(value);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Composite metadata as Spring sends it with authentication: that entry's type is spelt out. */
    private static byte[] routing(String route) {
        UnpooledByteBufAllocator heap = new UnpooledByteBufAllocator(false);
        CompositeByteBuf metadata = heap.compositeBuffer();
        CompositeMetadataCodec.encodeAndAddMetadata(
                metadata, heap, "message/x.rsocket.authentication.v0", ByteBufUtil.writeUtf8(heap, "anything"));
        byte[] tag = route.getBytes(StandardCharsets.UTF_8);
        CompositeMetadataCodec.encodeAndAddMetadata(
                metadata,
                heap,
                WellKnownMimeType.MESSAGE_RSOCKET_ROUTING,
                heap.buffer().writeByte(tag.length).writeBytes(tag));
        byte[] bytes = ByteBufUtil.getBytes(metadata);
        metadata.release();
        return bytes;
    }

    private JsonNode read(Payload payload) {
        try {
            return mapper.readTree(ByteBufUtil.getBytes(payload.sliceData()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> sleeps(int tasks, int millis, String lane) {
        return Map.of(
                "workload",
                "sleep",
                "lane",
                lane,
                "parameters",
                Map.of("tasks", tasks, "minMillis", millis, "maxMillis", millis, "style", "async"));
    }

    @Override
    public void close() {
        rsocket.dispose();
    }
}
