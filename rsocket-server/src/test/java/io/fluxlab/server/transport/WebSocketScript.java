package io.fluxlab.server.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The frames of a {@link FrameScript} as one client's WebSocket carries them, in a message each. */
final class WebSocketScript {

    /** The request that goes before them. */
    static final byte[] UPGRADE = String.join(
                    "\r\n",
                    "GET /rsocket HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "",
                    "")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int LAST_BINARY = 0x82;
    private static final int MASKED = 0x80;
    private static final int LENGTH_FOLLOWS = 126;

    private WebSocketScript() {}

    static byte[] messages(byte[] script) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameScript.frames(script).forEach(frame -> write(frame, out));
        return out.toByteArray();
    }

    /** Masked with zeros, which leaves the content as it is. */
    private static void write(byte[] message, ByteArrayOutputStream out) {
        out.write(LAST_BINARY);
        if (message.length < LENGTH_FOLLOWS) {
            out.write(MASKED | message.length);
        } else {
            out.write(MASKED | LENGTH_FOLLOWS);
            out.write(message.length >> 8);
            out.write(message.length);
        }
        out.writeBytes(new byte[Integer.BYTES]);
        out.writeBytes(message);
    }
}
