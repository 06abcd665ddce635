package io.fluxlab.server.identity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Compares tokens with hashes. A token that was right once is known by its digest from then on, at next to no cost; any
 * other is hashed on a scheduler that bounds how many are at once and how many wait. A name that nobody has costs what a
 * wrong secret costs. Thread-safe.
 */
final class TokenVerifier {

    private final Supplier<Credentials> credentials;
    private final Scheduler hashing;
    private final Attempts ofAddresses;
    private final Attempts forNames;
    private final TokenDigests digests = new TokenDigests();
    private final TokenHash nobodys = TokenHash.ofUnknownSecret();
    private final Map<ByteBuffer, Credential.Token> verified = new ConcurrentHashMap<>();

    TokenVerifier(Supplier<Credentials> credentials, Scheduler hashing, LongSupplier nanoTime) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.ofAddresses = new Attempts(nanoTime);
        this.forNames = new Attempts(nanoTime);
    }

    /**
     * The line of the credentials file that a token fits. Cancel keeps it from being hashed if it still waits for that.
     *
     * @param network what it comes from, as {@link io.fluxlab.server.transport.Peer#network()} has it
     */
    Mono<Credential.Token> verify(ShownToken shown, String network) {
        return Mono.defer(() -> {
            Optional<Credential.Token> known = known(shown);
            if (known.isPresent()) {
                return Mono.just(known.get());
            }
            checkAttempts(shown, network);
            if (shown.equals(ShownToken.MALFORMED)) {
                throw failed(shown, network);
            }
            return Mono.fromCallable(() -> compare(shown, network))
                    .subscribeOn(hashing)
                    .onErrorMap(RejectedExecutionException.class, e -> Denial.busy());
        });
    }

    /** Tokens that were right and since removed are forgotten here. */
    private Optional<Credential.Token> known(ShownToken shown) {
        ByteBuffer digest = digests.of(shown);
        Credential.@Nullable Token line = verified.get(digest);
        if (line != null && !credentials.get().holds(line)) {
            verified.remove(digest, line);
            return Optional.empty();
        }
        return Optional.ofNullable(line);
    }

    /** Much may have been found out while this waited. */
    private Credential.Token compare(ShownToken shown, String network) {
        Optional<Credential.Token> known = known(shown);
        if (known.isPresent()) {
            return known.get();
        }
        checkAttempts(shown, network);
        Optional<Credential.Token> line = credentials.get().token(shown.name());
        boolean right = line.map(Credential.Token::hash).orElse(nobodys).matches(shown.secret());
        if (!right || line.isEmpty()) {
            throw failed(shown, network);
        }
        ofAddresses.succeeded(network);
        forNames.succeeded(shown.name());
        verified.put(digests.of(shown), line.get());
        return line.get();
    }

    private void checkAttempts(ShownToken shown, String network) {
        Duration address = ofAddresses.wait(network);
        Duration name = forNames.wait(shown.name());
        Duration longer = address.compareTo(name) > 0 ? address : name;
        if (!longer.isZero()) {
            throw Denial.tooManyAttempts(longer);
        }
    }

    private RuntimeException failed(ShownToken shown, String network) {
        ofAddresses.failed(network);
        if (!shown.name().isEmpty()) {
            forNames.failed(shown.name());
        }
        return Denial.wrong();
    }
}
