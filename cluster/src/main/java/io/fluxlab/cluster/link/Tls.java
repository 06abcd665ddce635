package io.fluxlab.cluster.link;

import io.fluxlab.certificate.Certificates;
import io.fluxlab.certificate.KeyedCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * What one side of an encrypted connection shows, and whom it believes. Immutable. Artemis wants files in PKCS #12: they are
 * made in a folder that only this user may look into, and go with the process.
 */
public final class Tls {

    private static final String KIND = "PKCS12";
    private static final int PASSWORD_BYTES = 24;

    private final Path key;
    private final Path trust;
    private final String password;

    private Tls(Path key, Path trust, String password) {
        this.key = key;
        this.trust = trust;
        this.password = password;
    }

    /**
     * Reads PEM files.
     *
     * @param certificate its own, with those that lead to its authority
     * @param key its private key, in PKCS #8 without a password
     * @param authority whose certificates it believes
     * @throws IllegalArgumentException where one of them is not what it should be
     */
    public static Tls of(Path certificate, Path key, Path authority) {
        KeyedCertificate own = KeyedCertificate.read(certificate, key);
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        try {
            Path folder = Files.createTempDirectory("fluxlab-tls-"); // its default is 0700
            folder.toFile().deleteOnExit();
            KeyStore keys = empty();
            keys.setKeyEntry(
                    "own", own.key(), password.toCharArray(), own.chain().toArray(Certificate[]::new));
            KeyStore trusted = empty();
            int number = 0;
            for (Certificate each : Certificates.read(authority)) {
                trusted.setCertificateEntry("authority-" + number, each);
                number++;
            }
            return new Tls(
                    store(keys, folder.resolve("key.p12"), password),
                    store(trusted, folder.resolve("trust.p12"), password),
                    password);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate can't be handed on: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(certificate + " is of a kind that can't be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KIND);
        store.load(null, null);
        return store;
    }

    private static Path store(KeyStore store, Path file, String password) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        file.toFile().deleteOnExit();
        return file;
    }

    /** For connections of the JDK's own. */
    SSLContext context() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(read(key), password.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(read(trust));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private KeyStore read(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KIND);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    /** Adds it to what Artemis wants to know: both sides have to show a certificate, and the host is the one it names. */
    void addTo(Map<String, Object> parameters) {
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, KIND);
        parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, key.toString());
        parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password);
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, KIND);
        parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trust.toString());
        parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, password);
    }
}
