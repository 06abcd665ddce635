package io.fluxlab.server.transport;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Frames over the JDK's WebSocket client, which can send continuation frames as browsers do and reads one message for
 * each that is asked for.
 */
final class RawWebSocketPeer implements RawPeer, WebSocket.Listener {

    private static final long TIMEOUT_SECONDS = 20;

    private final BlockingQueue<Optional<byte[]>> received = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final WebSocket webSocket;
    private volatile int closeStatus;

    RawWebSocketPeer(InetSocketAddress address) {
        this(address, null);
    }

    /**
     * @param origin as a browser would send it; null for none
     */
    RawWebSocketPeer(InetSocketAddress address, @Nullable String origin) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        this.webSocket = builder.buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + "/rsocket"), this)
                .join();
    }

    @Override
    public void onOpen(WebSocket socket) {
        // messages are asked for one by one
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        message.writeBytes(part);
        if (last) {
            received.add(Optional.of(message.toByteArray()));
            message.reset();
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        closeStatus = statusCode;
        received.add(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        received.add(Optional.empty());
    }

    @Override
    public void send(byte[] frame) {
        webSocket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    @Override
    public void sendPart(byte[] frame, int bytes) {
        webSocket.sendBinary(ByteBuffer.wrap(frame, 0, bytes), false).join();
    }

    /** Sends one message in continuation frames of this size. */
    void sendInPieces(byte[] frame, int piece) {
        for (int at = 0; at < frame.length; at += piece) {
            int length = Math.min(piece, frame.length - at);
            webSocket
                    .sendBinary(ByteBuffer.wrap(frame, at, length), at + length == frame.length)
                    .join();
        }
    }

    WebSocket socket() {
        return webSocket;
    }

    /** The status that the server closed with. */
    int closeStatus() {
        return closeStatus;
    }

    @Override
    public Optional<ReceivedFrame> next() {
        webSocket.request(1);
        try {
            Optional<byte[]> frame = received.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing came for " + TIMEOUT_SECONDS + " s");
            }
            return frame.map(ReceivedFrame::of);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        webSocket.abort();
    }
}
