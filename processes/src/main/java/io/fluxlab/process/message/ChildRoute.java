package io.fluxlab.process.message;

import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a parent asks of a child that runs tasks, as the metadata of the request. */
public enum ChildRoute {
    /** Request-response: opens the plan of an {@link OpenPlan}; the answer is empty. */
    OPEN,
    /** Request-response: closes the plan; the answer is empty. */
    CLOSE,
    /** Request-response: the {@link io.fluxlab.measure.RemoteUse} since the plan was opened, to the last. */
    USE,
    /** Request-stream: runs the task of a {@link StartTask}; the answers are frames of items. Demand counts items. */
    TASK,
    /** Request-stream of {@link ChildHeartbeat}: signs of life. */
    WATCH;

    private static final byte[] NO_DATA = {};

    private final byte[] id = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);

    /** A request without data. */
    public Payload request() {
        return payload(NO_DATA);
    }

    /** A request with a record. */
    public Payload request(Object data) {
        return payload(WireFormat.CBOR.write(data));
    }

    private Payload payload(byte[] data) {
        return ByteBufPayload.create(Unpooled.wrappedBuffer(data), Unpooled.wrappedBuffer(id));
    }

    /** The route of a request. */
    public static ChildRoute of(Payload request) {
        return valueOf(request.getMetadataUtf8().toUpperCase(Locale.ROOT));
    }
}
