package io.fluxlab.cluster;

import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.link.Address;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who connects to a cluster's port, has no token, and sends what it likes. */
final class Knocker implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SLICE = 64 * 1024;

    private final Socket socket;

    Knocker(Address address) throws IOException {
        this.socket = new Socket(address.host(), address.port());
    }

    /** What the protocol begins with. */
    Knocker greets() throws IOException {
        return sends("ARTEMIS".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a frame's head. */
    Knocker beginsFrame(int length, int type) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeInt(length);
        out.writeByte(type);
        return sends(head.toByteArray());
    }

    Knocker sends(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends zeros until nobody takes them or there are so many; how many it has sent. */
    int sendsZeros(int most) {
        int sent = 0;
        byte[] zeros = new byte[SLICE];
        try {
            while (sent < most) {
                socket.getOutputStream().write(zeros);
                sent += SLICE;
            }
        } catch (SocketException e) {
            return sent; // it is closed there
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent;
    }

    /** Whether the other side has closed the connection. */
    boolean isShutOut() {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Waits until it is. */
    void getsShutOut() {
        await().atMost(LONG).until(this::isShutOut);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
