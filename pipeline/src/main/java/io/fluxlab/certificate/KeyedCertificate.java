package io.fluxlab.certificate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate, the intermediate ones that lead to its authority, and the private key of the first. Immutable.
 *
 * @param chain the certificate itself first
 */
public record KeyedCertificate(List<X509Certificate> chain, PrivateKey key) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** How keys of each kind are tried out. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    public KeyedCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both from PEM files; the key must be in PKCS #8 and not encrypted.
     *
     * @throws IllegalArgumentException where one is not what it should be, they don't belong together, or the certificate
     *     has expired
     */
    public static KeyedCertificate read(Path certificate, Path key) {
        KeyedCertificate read = new KeyedCertificate(Certificates.read(certificate), readKey(key));
        if (!read.belongsTogether()) {
            throw new IllegalArgumentException(
                    "%s is not the key of the certificate in %s".formatted(key, certificate));
        }
        Instant end = read.certificate().getNotAfter().toInstant();
        if (end.isBefore(Instant.now())) {
            throw new IllegalArgumentException("the certificate in %s has expired at %s".formatted(certificate, end));
        }
        return read;
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    private static PrivateKey readKey(Path file) {
        Matcher found = PKCS8.matcher(new String(Certificates.bytes(file), StandardCharsets.US_ASCII));
        if (found.find()) {
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
            for (String algorithm : SIGNATURES.keySet()) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
                } catch (GeneralSecurityException e) {
                    // a key of another kind
                }
            }
        }
        throw new IllegalArgumentException(
                "%s holds no private key in PKCS #8 without a password: openssl pkcs8 -topk8 -nodes -in %s makes one"
                        .formatted(file, file));
    }

    private boolean belongsTogether() {
        byte[] anything = {1, 2, 3};
        try {
            String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), "EdDSA");
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate().getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // keys of different kinds
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "KeyedCertificate[" + certificate().getSubjectX500Principal() + "]";
    }
}
