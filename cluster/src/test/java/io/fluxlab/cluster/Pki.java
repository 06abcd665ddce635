package io.fluxlab.cluster;

import io.fluxlab.cluster.link.Tls;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An authority of certificates, and what it issues. */
final class Pki {

    private final Path folder;
    private final X509Bundle authority;

    Pki(Path folder, String name) throws Exception {
        this.folder = folder;
        this.authority = new CertificateBuilder()
                .ecp256()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    /** The authority's own certificate. */
    Path authority() throws IOException {
        return write("authority-" + authority.getCertificate().getSerialNumber(), authority.getCertificatePEM());
    }

    /** What somebody shows who is called so, and whose certificates this authority's are; by which they believe others. */
    Tls of(String host, Pki believed) throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .ecp256()
                .subject("CN=" + host)
                .addSanDnsName(host)
                .addSanIpAddress(host.equals("localhost") ? "127.0.0.1" : "192.0.2.1")
                .buildIssuedBy(authority);
        String serial = bundle.getCertificate().getSerialNumber().toString();
        return Tls.of(
                write("certificate-" + serial, bundle.getCertificatePathPEM()),
                write("key-" + serial, bundle.getPrivateKeyPEM()),
                believed.authority());
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".pem"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
