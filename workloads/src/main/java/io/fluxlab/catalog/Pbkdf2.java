package io.fluxlab.catalog;

import java.security.GeneralSecurityException;
import java.util.function.LongConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 and a key of 32 bytes (RFC 8018, 5.2): what a service does with a password at each login.
 *
 * <p>The JDK's own {@code PBKDF2WithHmacSHA256} gives the same bytes, but can't be stopped half-way; this one calls the
 * JDK's HMAC and looks at its checkpoint every {@value #STRIDE} iterations. Stateless.
 */
final class Pbkdf2 {

    private static final String HMAC = "HmacSHA256";
    private static final int STRIDE = 256;

    /** The key's only block: it is as long as the hash. */
    private static final byte[] BLOCK = {0, 0, 0, 1};

    private Pbkdf2() {}

    static byte[] derive(byte[] password, byte[] salt, int iterations, LongConsumer checkpoint)
            throws GeneralSecurityException {
        Mac hmac = Mac.getInstance(HMAC);
        hmac.init(new SecretKeySpec(password, HMAC));
        hmac.update(salt);
        byte[] hash = hmac.doFinal(BLOCK);
        byte[] key = hash.clone();
        for (int done = 1; done < iterations; done++) {
            if (done % STRIDE == 0) {
                checkpoint.accept(done);
            }
            hmac.update(hash);
            hmac.doFinal(hash, 0);
            for (int i = 0; i < key.length; i++) {
                key[i] ^= hash[i];
            }
        }
        checkpoint.accept(iterations);
        return key;
    }
}
