package io.fluxlab.cluster.link;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * What one side of an encrypted connection shows, and whom it believes: files in PKCS #12. Immutable.
 *
 * @param key its own certificate and key
 * @param trust the certificates of those that it believes
 * @param password of both files
 */
public record Tls(Path key, Path trust, String password) {

    /** Adds it to what Artemis wants to know: both sides have to show a certificate. */
    void addTo(Map<String, Object> parameters) {
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, key.toString());
        parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password);
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trust.toString());
        parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, password);
    }

    @Override
    public String toString() {
        return "%s, trusting %s".formatted(key, trust); // the password is nobody's to read
    }
}
