package io.fluxlab.server.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server shows of itself, and what it asks of those who come. Immutable.
 *
 * @param source where its certificate comes from
 * @param clientAuthority the PEM file of the authority whose certificates clients must show; without one they show none
 */
public record TlsSettings(Source source, Optional<Path> clientAuthority) {

    /** Where a certificate comes from. */
    public sealed interface Source {}

    /**
     * From PEM files.
     *
     * @param certificate with the intermediate ones behind it
     * @param key in PKCS #8, without a password
     */
    public record Files(Path certificate, Path key) implements Source {}

    /** Made for this process, with no authority behind it: clients have to know its fingerprint. */
    public record SelfSigned() implements Source {}

    public TlsSettings {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(clientAuthority, "clientAuthority");
    }

    /** A certificate from files. */
    public static TlsSettings of(Path certificate, Path key) {
        return new TlsSettings(new Files(certificate, key), Optional.empty());
    }

    /** A certificate that is made now. */
    public static TlsSettings selfSigned() {
        return new TlsSettings(new SelfSigned(), Optional.empty());
    }

    /** These settings with an authority of the clients' certificates. */
    public TlsSettings withClientAuthority(Path file) {
        return new TlsSettings(source, Optional.of(file));
    }

    /** What has to be read again when it changes. */
    List<Path> files() {
        Stream<Path> own = source instanceof Files files ? Stream.of(files.certificate, files.key) : Stream.empty();
        return Stream.concat(own, clientAuthority.stream()).toList();
    }
}
