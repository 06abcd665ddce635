package io.fluxlab.cluster.link;

import java.io.EOFException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.ActiveMQSessionCreationException;
import org.jspecify.annotations.Nullable;

/** What keeps somebody from getting in. */
public enum LinkProblem {
    /** No coordinator answers there; there may be one later. */
    NO_ANSWER("no coordinator answers there"),
    /** Somebody is there who does not answer, or hangs up: it may be stopped, or crowded, or speak plain text where TLS was tried. */
    SILENT("somebody is there, but gives no answer: is it stopped, or does it speak no TLS?"),
    /** The coordinator wants another token. */
    OTHER_TOKEN("it does not take this token"),
    /** The coordinator has as many connections as it takes; there may be a place later. */
    FULL("it has no place for another connection"),
    /** The coordinator speaks TLS on that port, and whoever came did not. */
    TLS_WANTED("it speaks TLS there, and nothing else"),
    /** The coordinator speaks plain text on that port. */
    NO_TLS("it speaks no TLS there"),
    /** The coordinator's certificate is not valid any more. */
    EXPIRED("its certificate has expired"),
    /** The coordinator's certificate is for another name. */
    OTHER_NAME("its certificate is for another host"),
    /** The coordinator's certificate is of another authority. */
    UNTRUSTED("its certificate is from an authority that is not trusted"),
    /** The coordinator does not take the certificate that it was shown. */
    CERTIFICATE_REFUSED("it does not take this certificate, or wants one"),
    /** Something else. */
    HANDSHAKE("the TLS handshake failed");

    private final String text;

    LinkProblem(String text) {
        this.text = text;
    }

    /** What keeps somebody from getting in there; asks the coordinator, as Artemis does not say it. Blocks for some seconds at most. */
    public static LinkProblem of(Access access, ActiveMQException error) {
        if (error instanceof ActiveMQSecurityException) {
            return OTHER_TOKEN;
        }
        return error instanceof ActiveMQSessionCreationException ? FULL : Knock.at(access);
    }

    /** What it means that a handshake has failed like this. */
    static LinkProblem of(SSLException error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("Received fatal alert") && message.contains("certificate")) {
            return CERTIFICATE_REFUSED;
        }
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return NO_TLS;
        }
        if (find(error, EOFException.class) != null) {
            return SILENT; // it has hung up without a word, as a coordinator does that has no more places
        }
        CertificateException certificate = find(error, CertificateException.class);
        if (certificate == null) {
            return HANDSHAKE;
        }
        String reason = String.valueOf(certificate.getMessage());
        if (find(certificate, CertificateExpiredException.class) != null) {
            return EXPIRED;
        }
        return reason.startsWith("No subject alternative") || reason.startsWith("No name matching")
                ? OTHER_NAME
                : UNTRUSTED;
    }

    private static <T extends Throwable> @Nullable T find(Throwable error, Class<T> type) {
        Throwable cause = error;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }

    /** What it is, as the end of a sentence. */
    public String text() {
        return text;
    }

    /** Whether trying again later may help. */
    public boolean mayPass() {
        return this == NO_ANSWER || this == SILENT || this == FULL;
    }

    /** As a sentence of the coordinator at this address. */
    public String at(Address address) {
        return "no way in at %s: %s".formatted(address, text);
    }
}
