package io.fluxlab.server.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** HTTP over a plain socket, right and wrong. */
final class RawHttpPeer implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;

    RawHttpPeer(InetSocketAddress address) {
        try {
            this.socket = new Socket(address.getAddress(), address.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text; tells whether the server still takes it. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (SocketException closed) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request with these lines after the first one. */
    RawHttpPeer request(String firstLine, String... headers) {
        send(firstLine + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "\r\n" : END_OF_HEAD));
        return this;
    }

    /** What is answered until the server closes. */
    String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer, which has a body of so many bytes. */
    String next(int bodyBytes) {
        try {
            return head() + new String(socket.getInputStream().readNBytes(bodyBytes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of the next answer; empty where the server closes instead. */
    String head() {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf(END_OF_HEAD) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (SocketException reset) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
