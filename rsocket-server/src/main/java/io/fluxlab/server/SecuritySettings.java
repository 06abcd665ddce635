package io.fluxlab.server;

import io.fluxlab.server.tls.TlsSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may use a served lab, and how it is protected on the way. Immutable.
 *
 * @param credentials the file that says who may come in, as {@link io.fluxlab.server.identity.Credentials} describes it;
 *     without one nobody is asked
 * @param tls the certificate of both ports; without it they speak plain text
 * @param insecure whether other machines may come in where credentials or TLS are missing
 */
public record SecuritySettings(Optional<Path> credentials, Optional<TlsSettings> tls, boolean insecure) {

    /** Nobody is asked who they are, on a machine that nobody else reaches. */
    public static final SecuritySettings NONE = new SecuritySettings(Optional.empty(), Optional.empty(), false);

    public SecuritySettings {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(tls, "tls");
    }

    /** These settings with a credentials file. */
    public SecuritySettings withCredentials(Path file) {
        return new SecuritySettings(Optional.of(file), tls, insecure);
    }

    /** These settings with TLS. */
    public SecuritySettings withTls(TlsSettings newTls) {
        return new SecuritySettings(credentials, Optional.of(newTls), insecure);
    }

    /** These settings where what is missing does not matter. */
    public SecuritySettings withInsecure(boolean newInsecure) {
        return new SecuritySettings(credentials, tls, newInsecure);
    }
}
