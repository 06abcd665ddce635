package io.fluxlab.client;

import io.fluxlab.wire.WireFormat;
import java.time.Duration;
import java.util.Objects;

/**
 * How a client speaks with a lab. Immutable.
 *
 * @param format how data travels
 * @param connectTimeout how long a connection may take, from the first packet until the lab can be asked
 * @param keepAliveInterval how often the client lets the lab know that it is there
 * @param keepAliveLifetime after so long without an answer to that, the connection counts as lost
 * @param credentials what the client shows of itself when it connects
 * @param tls whom it trusts where the address says {@code tls} or {@code wss}
 */
public record ClientOptions(
        WireFormat format,
        Duration connectTimeout,
        Duration keepAliveInterval,
        Duration keepAliveLifetime,
        Credentials credentials,
        ClientTls tls) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** CBOR, 5 s to connect, a sign of life every 20 s, lost after 90 s without; no credentials. */
    public static final ClientOptions DEFAULT = new ClientOptions(
            WireFormat.CBOR,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(90),
            Credentials.NONE,
            ClientTls.DEFAULT);

    public ClientOptions {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(tls, "tls");
        check("connectTimeout", connectTimeout, SHORTEST);
        check("keepAliveInterval", keepAliveInterval, SHORTEST);
        check("keepAliveLifetime", keepAliveLifetime, keepAliveInterval);
    }

    /** These options with another format. */
    public ClientOptions with(WireFormat newFormat) {
        return new ClientOptions(newFormat, connectTimeout, keepAliveInterval, keepAliveLifetime, credentials, tls);
    }

    /** These options with another time to connect. */
    public ClientOptions withConnectTimeout(Duration newTimeout) {
        return new ClientOptions(format, newTimeout, keepAliveInterval, keepAliveLifetime, credentials, tls);
    }

    /** These options with other signs of life. */
    public ClientOptions withKeepAlive(Duration newInterval, Duration newLifetime) {
        return new ClientOptions(format, connectTimeout, newInterval, newLifetime, credentials, tls);
    }

    /** These options with other credentials. */
    public ClientOptions withCredentials(Credentials newCredentials) {
        return new ClientOptions(format, connectTimeout, keepAliveInterval, keepAliveLifetime, newCredentials, tls);
    }

    /** These options with other trust. */
    public ClientOptions withTls(ClientTls newTls) {
        return new ClientOptions(format, connectTimeout, keepAliveInterval, keepAliveLifetime, credentials, newTls);
    }

    private static void check(String name, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s must be between %d and %d ms, was %d"
                    .formatted(name, shortest.toMillis(), LONGEST.toMillis(), value.toMillis()));
        }
    }
}
