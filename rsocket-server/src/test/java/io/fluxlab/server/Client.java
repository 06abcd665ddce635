package io.fluxlab.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.transport.ClientTransport;
import io.rsocket.util.DefaultPayload;
import io.rsocket.util.EmptyPayload;
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
        return connect(transport, dataMimeType, metadataMimeType, EmptyPayload.INSTANCE);
    }

    /** Shows something in the set-up. */
    static Client connect(ClientTransport transport, Shown shown) {
        return connect(
                transport,
                WireFormat.JSON.mimeType(),
                WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString(),
                DefaultPayload.create(new byte[0], shown.metadata()));
    }

    private static Client connect(
            ClientTransport transport, String dataMimeType, String metadataMimeType, Payload setup) {
        RSocket rsocket = RSocketConnector.create()
                .setupPayload(setup)
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

    /** A request that shows something itself. */
    Flux<JsonNode> stream(String route, @Nullable Object data, Shown shown) {
        Payload request = DefaultPayload.create(
                bytes(data), ByteBufUtil.getBytes(Unpooled.wrappedBuffer(shown.metadata(), routing(route))));
        return rsocket.requestStream(request).map(this::read);
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

    static byte[] routing(String route) {
        byte[] tag = route.getBytes(StandardCharsets.UTF_8);
        return Shown.entry(
                WellKnownMimeType.MESSAGE_RSOCKET_ROUTING.getString(),
                Unpooled.buffer().writeByte(tag.length).writeBytes(tag));
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
