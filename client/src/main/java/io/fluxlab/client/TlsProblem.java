package io.fluxlab.client;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** What kept a client and a server from understanding each other over TLS. */
public enum TlsProblem {
    /** The server speaks plain text on that port. */
    NOT_OFFERED("it speaks no TLS there"),
    /** The server speaks TLS on that port, and the client did not. */
    REQUIRED("it speaks TLS there, and nothing else"),
    /** The server's certificate is not valid any more. */
    EXPIRED("its certificate has expired"),
    /** The server's certificate is for another name. */
    OTHER_NAME("its certificate is for another host"),
    /** The server's certificate is not the one whose fingerprint was given. */
    OTHER_FINGERPRINT("its certificate has another fingerprint"),
    /** The server's certificate is from nobody that the client trusts. */
    UNTRUSTED("its certificate is from an authority that is not trusted"),
    /** The server did not take the client's certificate, or there was none. */
    CLIENT_CERTIFICATE("it does not take this client's certificate, or wants one"),
    /** Something else. */
    HANDSHAKE("the TLS handshake failed");

    private final String text;

    TlsProblem(String text) {
        this.text = text;
    }

    /** What it is, as the end of a sentence. */
    String text() {
        return text;
    }

    /** The problem behind an error, if TLS is one. */
    static Optional<TlsProblem> of(@Nullable Throwable error) {
        SSLException tls = find(error, SSLException.class);
        if (tls == null) {
            return Optional.empty();
        }
        if (tls instanceof NotSslRecordException) {
            return Optional.of(NOT_OFFERED);
        }
        String message = String.valueOf(tls.getMessage());
        if (message.startsWith("Received fatal alert") && message.contains("certificate")) {
            return Optional.of(CLIENT_CERTIFICATE);
        }
        CertificateException certificate = find(tls, CertificateException.class);
        return Optional.of(certificate == null ? HANDSHAKE : ofCertificate(certificate));
    }

    private static TlsProblem ofCertificate(CertificateException error) {
        if (find(error, CertificateExpiredException.class) != null) {
            return EXPIRED;
        }
        String message = String.valueOf(error.getMessage());
        if (message.contains("unknown fingerprint")) {
            return OTHER_FINGERPRINT;
        }
        return message.startsWith("No subject alternative") || message.startsWith("No name matching")
                ? OTHER_NAME
                : UNTRUSTED;
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable error, Class<T> type) {
        Throwable cause = error == null ? null : Exceptions.unwrap(error);
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }
}
