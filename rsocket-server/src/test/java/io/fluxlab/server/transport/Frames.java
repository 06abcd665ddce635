package io.fluxlab.server.transport;

import io.rsocket.frame.FrameType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** RSocket frames as bytes, written without RSocket's own codecs, so that wrong ones can be made as well. */
final class Frames {

    static final int RESUME = 0b00_1000_0000;
    static final int LEASE = 0b00_0100_0000;

    private Frames() {}

    static byte[] setup() {
        return setup(0, 20_000, 90_000);
    }

    static byte[] setup(int flags, int keepAliveMillis, int lifetimeMillis) {
        return frame(0, FrameType.SETUP, flags, out -> {
            out.writeInt(1 << 16);
            out.writeInt(keepAliveMillis);
            out.writeInt(lifetimeMillis);
            if ((flags & RESUME) != 0) {
                out.writeShort(3);
                out.writeBytes("tok");
            }
            mimeType(out, "message/x.rsocket.composite-metadata.v0");
            mimeType(out, "application/json");
        });
    }

    private static void mimeType(DataOutputStream out, String type) throws IOException {
        out.writeByte(type.length());
        out.writeBytes(type);
    }

    static byte[] requestResponse(int streamId, String data) {
        return frame(streamId, FrameType.REQUEST_RESPONSE, 0, out -> out.write(bytes(data)));
    }

    static byte[] requestStream(int streamId, int demand, String data) {
        return requestStream(streamId, demand, 0, bytes(data));
    }

    static byte[] requestStream(int streamId, int demand, int flags, byte[] data) {
        return frame(streamId, FrameType.REQUEST_STREAM, flags, out -> {
            out.writeInt(demand);
            out.write(data);
        });
    }

    static byte[] payload(int streamId, int flags, byte[] data) {
        return frame(streamId, FrameType.PAYLOAD, flags | FrameHeader.FLAG_NEXT, out -> out.write(data));
    }

    static byte[] demand(int streamId, int n) {
        return frame(streamId, FrameType.REQUEST_N, 0, out -> out.writeInt(n));
    }

    static byte[] cancel(int streamId) {
        return frame(streamId, FrameType.CANCEL, 0, out -> {});
    }

    static byte[] keepAlive() {
        return frame(0, FrameType.KEEPALIVE, RESUME, out -> out.writeLong(0));
    }

    static byte[] metadataPush() {
        return frame(0, FrameType.METADATA_PUSH, FrameHeader.FLAG_METADATA, out -> out.writeBytes("pushed"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A frame of any content. */
    static byte[] frame(int streamId, FrameType type, int flags, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(streamId);
            out.writeShort(FrameHeader.typeAndFlags(type, flags));
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What follows the header. */
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }
}
