package io.fluxlab.client;

import io.fluxlab.certificate.Certificates;
import io.fluxlab.certificate.KeyedCertificate;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Whom a client trusts, and what it shows to servers that ask for a certificate. Files are read each time it connects.
 * Immutable.
 *
 * @param authority the PEM file of the authorities that are trusted; those of the JVM without one. An address with a
 *     fingerprint trusts that one certificate alone
 * @param own the client's certificate, if it has one
 */
public record ClientTls(Optional<Path> authority, Optional<Own> own) {

    /** The JVM's authorities, and no certificate to show. */
    public static final ClientTls DEFAULT = new ClientTls(Optional.empty(), Optional.empty());

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /**
     * A certificate to show.
     *
     * @param certificate a PEM file, with the intermediate ones behind it
     * @param key a PEM file in PKCS #8, without a password
     */
    public record Own(Path certificate, Path key) {}

    /** These settings with an authority. */
    public ClientTls withAuthority(Path file) {
        return new ClientTls(Optional.of(file), own);
    }

    /** These settings with a certificate to show. */
    public ClientTls withOwn(Path certificate, Path key) {
        return new ClientTls(authority, Optional.of(new Own(certificate, key)));
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException where something is wrong with one
     */
    SslContext context(LabAddress.Verification verification) {
        SslContextBuilder builder =
                SslContextBuilder.forClient().sslProvider(SslProvider.JDK).protocols(PROTOCOLS);
        switch (verification) {
            case LabAddress.ByFingerprint pin ->
                builder.trustManager(FingerprintTrustManagerFactory.builder("SHA-256")
                                .fingerprints(pin.sha256())
                                .build())
                        .endpointIdentificationAlgorithm(null);
            case LabAddress.ByAuthority ignored ->
                authority
                        .map(Certificates::read)
                        .ifPresent(trusted -> builder.trustManager(trusted.toArray(X509Certificate[]::new)));
        }
        own.map(files -> KeyedCertificate.read(files.certificate, files.key))
                .ifPresent(
                        shown -> builder.keyManager(shown.key(), shown.chain().toArray(X509Certificate[]::new)));
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS can't be set up: " + e.getMessage(), e);
        }
    }
}
