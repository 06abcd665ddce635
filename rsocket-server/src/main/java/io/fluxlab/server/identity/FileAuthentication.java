package io.fluxlab.server.identity;

import io.fluxlab.server.reload.Reloading;
import io.fluxlab.server.transport.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Knows who somebody is from a {@linkplain Credentials credentials file}, which is read again when it changes: whoever
 * is no longer in it, or has another role or token, loses the right that was granted before. Thread-safe.
 *
 * <p>One thread computes hashes, whatever comes in, so that an attack takes one CPU at the most.
 */
public final class FileAuthentication implements Authentication {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 128;

    private final Scheduler clock = Schedulers.newSingle("fluxlab-credentials-file", true);
    private final Scheduler hashing = Schedulers.newBoundedElastic(1, MOST_WAITING, "fluxlab-credentials", 60, true);
    private final Reloading<Credentials> credentials;
    private final TokenVerifier tokens;

    private FileAuthentication(Path file) {
        this.credentials =
                Reloading.of(List.of(file), () -> CredentialsFile.of(file).read(), clock, INTERVAL);
        this.tokens = new TokenVerifier(credentials::current, hashing, System::nanoTime);
    }

    /**
     * Reads the file now, and again on a thread of its own.
     *
     * @throws IllegalArgumentException where something is wrong with it
     */
    public static FileAuthentication of(Path file) {
        CredentialsFile.of(file).read(); // what is wrong with it shows before there are threads
        return new FileAuthentication(file);
    }

    @Override
    public Mono<Grant> authenticate(@Nullable ShownToken shown, Peer peer) {
        @Nullable
        ShownToken token = shown == null
                ? peer.authorization()
                        .map(header -> ShownToken.ofHeader(header.text()))
                        .orElse(null)
                : shown;
        if (token != null) {
            return tokens.verify(token, peer.network()).map(this::grant);
        }
        return peer.certificate().isPresent()
                ? Mono.justOrEmpty(peer.certificate().flatMap(credentials.current()::certificate))
                        .map(this::grant)
                        .switchIfEmpty(Mono.error(Denial::wrong))
                : Mono.error(Denial::nothingShown);
    }

    private Grant grant(Credential line) {
        Mono<Void> revoked =
                credentials.values().filter(now -> !now.holds(line)).next().then(Mono.error(Denial::revoked));
        return new Grant(line.principal(), revoked);
    }

    /** Ends its threads, and looks at the file no more. */
    @Override
    public void dispose() {
        credentials.dispose();
        hashing.dispose();
        clock.dispose();
    }
}
