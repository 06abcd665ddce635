package io.fluxlab.cluster.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Tries a connection once more, by the JDK's own means, to see what is wrong with it: the broker's client says of every
 * failure that it can't connect.
 */
final class Knock {

    private static final int PATIENCE_MILLIS = 2_000;

    private Knock() {}

    static LinkProblem at(Access access) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            access.address().host(), access.address().port()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return access.tls().isPresent()
                    ? encrypted(access, access.tls().get().context(), socket)
                    : plain(access, SSLContext.getDefault(), socket);
        } catch (IOException e) {
            return LinkProblem.NO_ANSWER;
        } catch (GeneralSecurityException e) {
            return LinkProblem.HANDSHAKE;
        }
    }

    private static LinkProblem encrypted(Access access, SSLContext context, Socket socket) {
        try (SSLSocket tls = handshake(access, context, socket)) {
            return knows(tls);
        } catch (SocketTimeoutException e) {
            return LinkProblem.SILENT;
        } catch (SSLException e) {
            return LinkProblem.of(e);
        } catch (IOException e) {
            return LinkProblem.SILENT; // whoever does not understand hangs up, and so does whoever has no place
        }
    }

    /** A certificate that is refused is told of with the first byte; whoever takes it waits for one. */
    private static LinkProblem knows(SSLSocket tls) throws IOException {
        try {
            return tls.getInputStream().read() < 0 ? LinkProblem.HANDSHAKE : LinkProblem.NO_ANSWER;
        } catch (SocketTimeoutException e) {
            return LinkProblem.NO_ANSWER;
        }
    }

    /** Nobody that speaks plain text answers a handshake. */
    private static LinkProblem plain(Access access, SSLContext context, Socket socket) {
        try (SSLSocket tls = handshake(access, context, socket)) {
            return tls.getSession().isValid() ? LinkProblem.TLS_WANTED : LinkProblem.NO_ANSWER;
        } catch (SSLException e) {
            LinkProblem found = LinkProblem.of(e);
            return found == LinkProblem.NO_TLS || found == LinkProblem.HANDSHAKE || found == LinkProblem.SILENT
                    ? LinkProblem.NO_ANSWER
                    : LinkProblem.TLS_WANTED;
        } catch (IOException e) {
            return LinkProblem.NO_ANSWER;
        }
    }

    private static SSLSocket handshake(Access access, SSLContext context, Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, access.address().host(), access.address().port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }
}
