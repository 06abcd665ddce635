package io.fluxlab.server.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as somebody shows it, {@code NAME.SECRET}; whether it is right is another question. Immutable.
 *
 * @param name who it is said to belong to
 * @param secret what proves it; 32 random bytes in base64url
 */
public record ShownToken(String name, String secret) {

    /** What is no token; it is as wrong as any. */
    public static final ShownToken MALFORMED = new ShownToken("", "");

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A token by itself, as a bearer shows it. */
    public static ShownToken of(String text) {
        int dot = text.lastIndexOf('.');
        String name = dot < 0 ? "" : text.substring(0, dot);
        String secret = text.substring(dot + 1);
        return Credential.isName(name) && SECRET.matcher(secret).matches() ? new ShownToken(name, secret) : MALFORMED;
    }

    /** A name and a token as its password, which must agree. */
    public static ShownToken of(String name, String password) {
        return Optional.of(of(password))
                .filter(token -> token.name.equals(name))
                .orElse(MALFORMED);
    }

    /** The name alone: a secret must not get into a log. */
    @Override
    public String toString() {
        return "ShownToken[" + name + "]";
    }
}
