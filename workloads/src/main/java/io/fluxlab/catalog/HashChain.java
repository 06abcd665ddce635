package io.fluxlab.catalog;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * SHA-256 over the same data again and again, each time after the hash before it, so that no step can be left out.
 * Stateless.
 */
final class HashChain {

    private static final int STRIDE = 256;

    private HashChain() {}

    static byte[] digest(byte[] data, int iterations, LongConsumer checkpoint) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] hash = new byte[sha256.getDigestLength()];
        for (int done = 0; done < iterations; done++) {
            if (done % STRIDE == 0) {
                checkpoint.accept(done);
            }
            sha256.update(hash);
            sha256.update(data);
            sha256.digest(hash, 0, hash.length);
        }
        checkpoint.accept(iterations);
        return hash;
    }
}
