package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.server.OpenServerException;
import io.fluxlab.server.Protection;
import io.fluxlab.server.SecuritySettings;
import io.fluxlab.server.tls.TlsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may use a server, and how it is protected on the way. */
final class SecurityOptions {

    private static final String SELF = "self";
    private static final String TLS_ADVICE = "--tls-cert and --tls-key (or --tls self)";
    private static final String CREDENTIALS_ADVICE = "--credentials FILE ('fluxlab token add' writes it)";

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Who may come in and do what; 'fluxlab token add' writes it. Without it everybody may.")
    private @Nullable Path credentials;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "The server's certificate (PEM): both ports speak TLS.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Its private key (PEM, PKCS #8 without a password).")
    private @Nullable Path key;

    @Option(
            names = "--tls",
            paramLabel = "self",
            description = "Make a certificate for this process, whose fingerprint clients have to be told.")
    private @Nullable String tls;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "FILE",
            description = "Clients must show a certificate of this authority (PEM); --credentials says who they are.")
    private @Nullable Path clientAuthority;

    @Option(
            names = "--insecure",
            arity = "0..1",
            fallbackValue = "true",
            description = "Let other machines in although credentials or TLS are missing.")
    private boolean insecure;

    /** The settings. */
    SecuritySettings settings(OptionMistakes mistakes) {
        SecuritySettings settings = SecuritySettings.NONE.withInsecure(insecure);
        Path file = credentials;
        if (file != null) {
            settings = settings.withCredentials(file);
        }
        Optional<TlsSettings> wanted = tls(mistakes);
        return wanted.isPresent() ? settings.withTls(wanted.get()) : settings;
    }

    private Optional<TlsSettings> tls(OptionMistakes mistakes) {
        Path ownCertificate = certificate;
        Path ownKey = key;
        if ((ownCertificate == null) != (ownKey == null)) {
            throw new UsageException("--tls-cert and --tls-key belong together");
        }
        if (tls != null && !tls.equals(SELF)) {
            throw mistakes.of("--tls", "must be self, was " + tls + "; for a certificate of your own: --tls-cert");
        }
        if (tls != null && ownCertificate != null) {
            throw new UsageException("--tls self makes a certificate, --tls-cert has one: which?");
        }
        Path authority = clientAuthority;
        if (authority != null && (credentials == null || (tls == null && ownCertificate == null))) {
            throw new UsageException("--tls-client-ca needs --credentials FILE and " + TLS_ADVICE);
        }
        if (tls == null && ownCertificate == null) {
            return Optional.empty();
        }
        TlsSettings settings = ownCertificate != null && ownKey != null
                ? TlsSettings.of(ownCertificate, ownKey)
                : TlsSettings.selfSigned();
        return Optional.of(authority == null ? settings : settings.withClientAuthority(authority));
    }

    /** What to do where a server would be open by accident. */
    static UsageException advice(String host, OpenServerException error) {
        List<String> missing = new ArrayList<>();
        if (error.missing().contains(Protection.TLS)) {
            missing.add(TLS_ADVICE);
        }
        if (error.missing().contains(Protection.CREDENTIALS)) {
            missing.add(CREDENTIALS_ADVICE);
        }
        return new UsageException(List.of(
                "--host " + host + " lets other machines in: add " + String.join(", and ", missing) + ".",
                " Or say --insecure, if whoever reaches this machine may use it as they like."));
    }
}
