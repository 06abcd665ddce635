package io.fluxlab.server.tls;

import io.fluxlab.certificate.KeyedCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Makes a certificate that nobody but its owner signed, for localhost and one more host, by the JDK's own
 * {@code keytool}. Stateless; blocks for about a second.
 */
final class SelfSignedCertificate {

    private static final String ALIAS = "fluxlab";
    private static final String PASSWORD = "FLUXLAB_KEYSTORE_PASSWORD";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]+");
    private static final int PASSWORD_BYTES = 16;
    private static final long PATIENCE_SECONDS = 30;

    private SelfSignedCertificate() {}

    static KeyedCertificate of(String host) {
        try {
            Path folder = Files.createTempDirectory("fluxlab-tls"); // for its owner alone
            Path store = folder.resolve("keystore.p12");
            try {
                String password = password();
                make(store, password, host);
                return read(store, password.toCharArray());
            } finally {
                Files.deleteIfExists(store);
                Files.delete(folder);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }

    private static void make(Path store, String password, String host) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=fluxlab",
                "-ext",
                "san=" + names(host),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD);
        keytool.environment().put(PASSWORD, password);
        Process process = keytool.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String names(String host) {
        String usual = "dns:localhost,ip:127.0.0.1,ip:::1";
        if (ADDRESS.matcher(host).matches()) {
            return usual + ",ip:" + host;
        }
        return NAME.matcher(host).matches() ? usual + ",dns:" + host : usual;
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static KeyedCertificate read(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        return new KeyedCertificate(
                List.of((X509Certificate) keys.getCertificate(ALIAS)), (PrivateKey) keys.getKey(ALIAS, password));
    }
}
