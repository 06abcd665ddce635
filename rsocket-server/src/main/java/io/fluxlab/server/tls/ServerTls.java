package io.fluxlab.server.tls;

import io.fluxlab.certificate.Certificates;
import io.fluxlab.certificate.KeyedCertificate;
import io.fluxlab.server.reload.Reloading;
import io.fluxlab.server.reload.SecretFile;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The TLS of a server. New connections get what the files say now; those that exist keep what they began with.
 * Thread-safe.
 */
public final class ServerTls implements Disposable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private record Material(KeyedCertificate certificate, SslContext context) {}

    private final Scheduler clock = Schedulers.newSingle("fluxlab-certificates", true);
    private final Reloading<Material> material;
    private final SslContext context;

    private ServerTls(TlsSettings settings, Supplier<KeyedCertificate> certificate) {
        this.material = Reloading.of(settings.files(), () -> material(settings, certificate.get()), clock, INTERVAL);
        this.context = new CurrentSslContext(() -> material.current().context());
    }

    /**
     * Reads the files now, and again on a thread of its own. May block for a second.
     *
     * @param host what a certificate that is made is for, beside localhost
     * @throws IllegalArgumentException where something is wrong with a file
     */
    public static ServerTls open(TlsSettings settings, String host) {
        Supplier<KeyedCertificate> certificate = certificate(settings.source(), host);
        material(settings, certificate.get()); // what is wrong shows before there is a thread
        return new ServerTls(settings, certificate);
    }

    private static Supplier<KeyedCertificate> certificate(TlsSettings.Source source, String host) {
        return switch (source) {
            case TlsSettings.Files files ->
                () -> {
                    SecretFile.check(files.key());
                    return KeyedCertificate.read(files.certificate(), files.key());
                };
            case TlsSettings.SelfSigned ignored -> {
                KeyedCertificate made = SelfSignedCertificate.of(host);
                yield () -> made;
            }
        };
    }

    private static Material material(TlsSettings settings, KeyedCertificate certificate) {
        SslContextBuilder builder = SslContextBuilder.forServer(
                        certificate.key(), certificate.chain().toArray(X509Certificate[]::new))
                .sslProvider(SslProvider.JDK)
                .protocols(PROTOCOLS);
        settings.clientAuthority()
                .map(Certificates::read)
                .ifPresent(authorities -> builder.trustManager(authorities.toArray(X509Certificate[]::new))
                        .clientAuth(ClientAuth.REQUIRE));
        try {
            return new Material(certificate, builder.build());
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS can't be set up: " + e.getMessage(), e);
        }
    }

    /** The context for both ports; it changes its mind when a file does. */
    public SslContext context() {
        return context;
    }

    /** What clients pin: {@code sha256:} and the digest of the certificate that is shown now. */
    public String fingerprint() {
        return Certificates.fingerprint(material.current().certificate().certificate());
    }

    /** Ends its thread, and looks at the files no more. */
    @Override
    public void dispose() {
        material.dispose();
        clock.dispose();
    }
}
