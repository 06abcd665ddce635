package io.fluxlab.server;

import io.fluxlab.server.identity.Authentication;
import io.fluxlab.server.identity.FileAuthentication;
import io.fluxlab.server.tls.ServerTls;
import io.fluxlab.server.tls.TlsSettings;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;

/**
 * What {@link SecuritySettings} are in force: the files are open and looked after. Thread-safe.
 *
 * @param tls null where the ports speak plain text
 */
record Security(Authentication authentication, @Nullable ServerTls tls) implements Disposable {

    private static final Logger LOG = LoggerFactory.getLogger(Security.class);

    /** Whoever comes is trusted. */
    static final Security NONE = new Security(Authentication.NONE, null);

    /**
     * Reads the files; may block for a second where a certificate has to be made.
     *
     * @param bound where the server will listen
     * @throws IllegalArgumentException where something is wrong with a file, or the server would be open by accident
     */
    static Security open(SecuritySettings settings, String host, InetAddress bound) {
        Set<Protection> missing = Protection.missing(bound, settings);
        if (!missing.isEmpty() && !settings.insecure()) {
            throw new OpenServerException(host, missing);
        }
        boolean namesClients =
                settings.tls().flatMap(TlsSettings::clientAuthority).isPresent();
        if (namesClients && settings.credentials().isEmpty()) {
            throw new IllegalArgumentException(
                    "clients that show certificates need a credentials file that says who they are");
        }
        Authentication authentication = settings.credentials()
                .<Authentication>map(FileAuthentication::of)
                .orElse(Authentication.NONE);
        try {
            ServerTls tls =
                    settings.tls().map(wanted -> ServerTls.open(wanted, host)).orElse(null);
            missing.forEach(each -> warn(each, host));
            return new Security(authentication, tls);
        } catch (RuntimeException e) {
            authentication.dispose();
            throw e;
        }
    }

    private static void warn(Protection missing, String host) {
        switch (missing) {
            case TLS -> LOG.warn("insecure: on {} everybody on the way can read and change what goes by", host);
            case CREDENTIALS -> LOG.warn("insecure: everybody who reaches {} can run what they like here", host);
        }
    }

    @Nullable
    SslContext context() {
        ServerTls used = tls;
        return used == null ? null : used.context();
    }

    /** What clients can pin. */
    Optional<String> fingerprint() {
        return Optional.ofNullable(tls).map(ServerTls::fingerprint);
    }

    @Override
    public void dispose() {
        authentication.dispose();
        ServerTls used = tls;
        if (used != null) {
            used.dispose();
        }
    }
}
