package io.fluxlab.process.socket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a parent hands to one child, out of sight of other users, so that each knows the other when they meet. Immutable.
 *
 * @param address where the parent listens
 * @param token what the child shows first
 * @param secret what the parent answers
 */
public record Invitation(String address, String token, String secret) {

    /** Characters of a token. */
    static final int TOKEN_LENGTH = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    static Invitation to(String address) {
        return new Invitation(address, random(), random());
    }

    /** Compares in a time that does not depend on where the two differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_LENGTH / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Names the address and keeps the secrets. */
    @Override
    public String toString() {
        return "invitation to " + address;
    }
}
