package io.fluxlab.server;

import io.fluxlab.server.identity.Authentication;
import io.fluxlab.server.identity.FileAuthentication;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may use a served lab. Immutable.
 *
 * @param credentials the file that says who may come in, as {@link io.fluxlab.server.identity.Credentials} describes it;
 *     without one nobody is asked
 */
public record SecuritySettings(Optional<Path> credentials) {

    /** Nobody is asked who they are. */
    public static final SecuritySettings NONE = new SecuritySettings(Optional.empty());

    public SecuritySettings {
        Objects.requireNonNull(credentials, "credentials");
    }

    /** These settings with a credentials file. */
    public SecuritySettings withCredentials(Path file) {
        return new SecuritySettings(Optional.of(file));
    }

    /** Opens what finds out who somebody is; reads the credentials file. */
    Authentication authentication() {
        return credentials.<Authentication>map(FileAuthentication::of).orElse(Authentication.NONE);
    }
}
