package io.fluxlab.cli.input;

import io.fluxlab.server.identity.Role;
import io.fluxlab.wording.Language;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what is typed behind options. */
public final class Values {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d{3})*");

    private Values() {}

    /**
     * A whole number that an {@code int} holds, such as {@code 1_000}.
     *
     * @throws UsageException if the text is none
     */
    public static int wholeNumber(String text) {
        return (int) between(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * A whole number that a {@code long} holds.
     *
     * @throws UsageException if the text is none
     */
    public static long longNumber(String text) {
        return between(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * A server's address; which ones there are, is the client's business.
     *
     * @throws UsageException if the text is none
     */
    public static URI address(String text) {
        try {
            if (text.contains("://")) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            throw noAddress(text);
        }
        throw noAddress(text);
    }

    /**
     * A language by its code.
     *
     * @throws UsageException if there is none of that code
     */
    public static Language language(String text) {
        return Arrays.stream(Language.values())
                .filter(each -> each.code().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new UsageException("must be one of %s, was '%s'"
                        .formatted(
                                Arrays.stream(Language.values())
                                        .map(Language::code)
                                        .collect(Collectors.joining(", ")),
                                text)));
    }

    /** What somebody may do. */
    public static Role role(String text) {
        return Role.of(text).orElseThrow(() -> new UsageException("must be viewer, runner or operator, was " + text));
    }

    private static UsageException noAddress(String text) {
        return new UsageException("'" + text + "' is no address: write tcp://host:port or ws://host:port/rsocket");
    }

    private static long between(String text, long least, long most) {
        if (!WHOLE.matcher(text).matches()) {
            throw new UsageException("'" + text + "' is no whole number");
        }
        BigInteger number = new BigInteger(text.replace("_", ""));
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new UsageException("must be between %d and %d, was %s".formatted(least, most, text));
        }
        return number.longValueExact();
    }
}
