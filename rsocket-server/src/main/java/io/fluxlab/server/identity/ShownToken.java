package io.fluxlab.server.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
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

    /**
     * A token as the header {@code Authorization} of HTTP shows it: {@code Bearer TOKEN}, or {@code Basic} with the token
     * as the password.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     */
    public static ShownToken ofHeader(String header) {
        int space = header.indexOf(' ');
        String scheme = header.substring(0, Math.max(0, space)).toLowerCase(Locale.ROOT);
        String shown = header.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> of(shown);
            case "basic" -> ofBasic(shown);
            default -> MALFORMED;
        };
    }

    private static ShownToken ofBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? MALFORMED : of(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return MALFORMED;
        }
    }

    /** The name alone: a secret must not get into a log. */
    @Override
    public String toString() {
        return "ShownToken[" + name + "]";
    }
}
