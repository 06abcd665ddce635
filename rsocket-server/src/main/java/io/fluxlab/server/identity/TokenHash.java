package io.fluxlab.server.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * What is kept of a token's secret: its BCrypt hash. Immutable.
 *
 * @param text in the format that BCrypt has everywhere
 */
record TokenHash(String text) {

    /** Some 60 to 110 ms of one CPU. A secret of 256 random bits can't be guessed whatever a guess costs. */
    private static final int COST = 10;

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORMAT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");
    private static final SecureRandom RANDOM = new SecureRandom();

    TokenHash {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("the hash must be one of BCrypt with a cost of 4 to 14");
        }
    }

    /** The hash of nothing that anybody knows: whoever is unknown is compared with it. */
    static TokenHash ofUnknownSecret() {
        return of(newSecret());
    }

    static TokenHash of(String secret) {
        return new TokenHash(BCrypt.hashpw(secret, BCrypt.gensalt(COST, RANDOM)));
    }

    /** A secret of 32 random bytes in base64url, 43 characters: BCrypt would ignore what comes after 72. */
    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Computes, for the time that a hash takes; the comparison takes as long for any difference. */
    boolean matches(String secret) {
        return BCrypt.checkpw(secret, text);
    }

    /** Not the hash: logs are read by more people than credentials files. */
    @Override
    public String toString() {
        return "TokenHash";
    }
}
