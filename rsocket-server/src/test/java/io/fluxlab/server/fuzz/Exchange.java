package io.fluxlab.server.fuzz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** All that a client ever sends on one connection, and all that it gets back. */
public final class Exchange {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private Exchange() {}

    /** Sends bytes, says that there is no more, and returns what comes until the server closes. */
    public static byte[] of(InetSocketAddress address, byte[] bytes) {
        return of(address, new byte[0], bytes);
    }

    /** The same after an HTTP request, whose answer is waited for and left out. */
    public static byte[] of(InetSocketAddress address, byte[] request, byte[] bytes) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            if (request.length > 0) {
                socket.getOutputStream().write(request);
                skipHead(socket.getInputStream());
            }
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        } catch (SocketException reset) { // the server has heard enough
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipHead(InputStream in) throws IOException {
        int seen = 0;
        while (seen < END_OF_HEAD.length()) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed before it had answered");
            }
            seen = next == END_OF_HEAD.charAt(seen) ? seen + 1 : next == '\r' ? 1 : 0;
        }
    }
}
