package io.fluxlab.server.transport;

import io.rsocket.frame.FrameType;
import java.util.Optional;

/** A client that speaks frames, right and wrong ones, and reads only when it is told to. */
interface RawPeer extends AutoCloseable {

    void send(byte[] frame);

    /** Sends bytes that are not a whole frame. */
    void sendPart(byte[] frame, int bytes);

    /** Waits for the next frame; empty when the server has closed the connection. */
    Optional<ReceivedFrame> next();

    @Override
    void close();

    /** The next frame that is not a keep-alive. */
    default ReceivedFrame expect() {
        ReceivedFrame frame = next().orElseThrow(() -> new AssertionError("the server closed the connection"));
        return frame.type() == FrameType.KEEPALIVE ? expect() : frame;
    }

    /** Whether the server closes the connection, whatever it sends before. */
    default boolean isClosedByServer() {
        Optional<ReceivedFrame> frame = next();
        while (frame.isPresent()) {
            frame = next();
        }
        return true;
    }
}
