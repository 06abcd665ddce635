package io.fluxlab.client;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** An authority of certificates, and files of what it issues. */
final class Pki {

    /** A certificate and its key, in PEM files. */
    record Issued(X509Bundle bundle, Path certificate, Path key) {}

    private final Path folder;
    private final X509Bundle authority;

    Pki(Path folder, String name) {
        this.folder = folder;
        this.authority =
                bundle(new CertificateBuilder().ecp256().subject("CN=" + name).setIsCertificateAuthority(true));
    }

    /** The authority's own certificate, for who trusts it. */
    Path authority() {
        return write("authority-" + authority.getCertificate().getSerialNumber(), authority.getCertificatePEM());
    }

    /** A certificate for this machine. */
    Issued server() {
        return issue(builder("CN=server").addSanDnsName("localhost").addSanIpAddress("127.0.0.1"));
    }

    /** A certificate for another one. */
    Issued otherServer() {
        return issue(builder("CN=server").addSanDnsName("lab.example"));
    }

    /** A certificate for a client of this name. */
    Issued client(String name) {
        return issue(builder("CN=" + name + ",O=Example").addSanDnsName(name + ".clients.example"));
    }

    /** The same certificate as one whose time was over a day ago. */
    Issued expired(String subject) {
        return issue(builder(subject)
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .notBefore(Instant.now().minus(Duration.ofDays(9)))
                .notAfter(Instant.now().minus(Duration.ofDays(1))));
    }

    private static CertificateBuilder builder(String subject) {
        return new CertificateBuilder().ecp256().subject(subject);
    }

    private Issued issue(CertificateBuilder builder) {
        try {
            X509Bundle bundle = builder.buildIssuedBy(authority);
            String serial = bundle.getCertificate().getSerialNumber().toString();
            return new Issued(
                    bundle,
                    write("certificate-" + serial, bundle.getCertificatePathPEM()),
                    write("key-" + serial, bundle.getPrivateKeyPEM()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static X509Bundle bundle(CertificateBuilder builder) {
        try {
            return builder.buildSelfSigned();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name + ".pem"), text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts one file where another was, as whoever renews a certificate does. */
    static void replace(Path file, Path by) throws IOException {
        Path beside = Files.copy(by, by.resolveSibling(by.getFileName() + ".copy"));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
