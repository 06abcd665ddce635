package io.fluxlab.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.LabException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class TokenVerifierTest {

    private static final String WRONG = "x".repeat(43);

    private final String secret = TokenHash.newSecret();
    private final AtomicReference<Credentials> credentials = new AtomicReference<>(
            Credentials.parse("alice runner token " + TokenHash.of(secret).text()));
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final TokenVerifier verifier =
            new TokenVerifier(credentials::get, Schedulers.fromExecutor(waiting::add), System::nanoTime);

    @Test
    void hashesElsewhereAndOnlyOnce() {
        assertThat(ended(verify("alice", secret))).isFalse();
        hash();
        assertThat(ended(verify("alice", secret))).isTrue();
    }

    @Test
    void aRemovedTokenIsNotRemembered() {
        verify("alice", secret).subscribe();
        hash();
        credentials.set(Credentials.parse(""));
        Mono<Credential.Token> again = verify("alice", secret).cache();
        again.subscribe(line -> {}, error -> {});
        hash();
        StepVerifier.create(again).verifyErrorMatches(error -> code(error).equals(Denial.UNAUTHENTICATED));
    }

    @Test
    void whoGoesAwayIsNotHashedFor() {
        List<Disposable> gone = new ArrayList<>();
        for (int attempt = 0; attempt < 50; attempt++) {
            gone.add(verify("alice", WRONG).subscribe(line -> {}, error -> {}));
        }
        gone.forEach(Disposable::dispose);
        hash();
        assertThat(ended(verify("alice", WRONG)))
                .as("attempts count when they are hashed")
                .isFalse();
    }

    @Test
    void attemptsThatWaitedAreRefusedUnseenOnceTooManyWereWrong() {
        List<String> codes = new ArrayList<>();
        for (int attempt = 0; attempt < 20; attempt++) {
            verify("alice", WRONG).subscribe(line -> {}, error -> codes.add(code(error)));
        }
        hash();
        assertThat(codes).hasSize(20).filteredOn(Denial.UNAUTHENTICATED::equals).hasSize(5);
    }

    @Test
    void guessesFromManyAddressesWaitForTheName() {
        List<String> codes = new ArrayList<>();
        for (int attempt = 0; attempt < 20; attempt++) {
            verifier.verify(new ShownToken("alice", WRONG), "192.0.2." + attempt)
                    .subscribe(line -> {}, error -> codes.add(code(error)));
        }
        hash();
        assertThat(codes).filteredOn(Denial.UNAUTHENTICATED::equals).hasSize(5);
    }

    @Test
    void whatDoesNotFitTheQueueIsToldToComeAgain() {
        var oneAtATime = Schedulers.newBoundedElastic(1, 2, "test-hashing");
        var small = new TokenVerifier(credentials::get, oneAtATime, System::nanoTime);
        List<String> codes = IntStream.range(0, 50)
                .mapToObj(number -> small.verify(new ShownToken("name" + number, WRONG), "192.0.2." + number)
                        .map(line -> "")
                        .onErrorResume(error -> Mono.just(code(error)))
                        .cache())
                .peek(Mono::subscribe)
                .toList()
                .stream()
                .map(Mono::block)
                .toList();
        oneAtATime.dispose();
        assertThat(codes).contains(Denial.TOO_MANY_ATTEMPTS, Denial.UNAUTHENTICATED);
    }

    /** Neither is cheaper: nobody learns from the time which names there are. */
    @Test
    void anUnknownNameCostsWhatAWrongSecretCosts() {
        double ratio = median("nobody") / median("alice");
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private double median(String name) {
        var immediate = new TokenVerifier(credentials::get, Schedulers.immediate(), System::nanoTime);
        return LongStream.range(0, 5)
                .map(number -> {
                    long start = System.nanoTime();
                    immediate
                            .verify(new ShownToken(name, WRONG), "192.0.2." + number)
                            .subscribe(line -> {}, error -> {});
                    return System.nanoTime() - start;
                })
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    private void hash() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Mono<Credential.Token> verify(String name, String shown) {
        return verifier.verify(new ShownToken(name, shown), "192.0.2.1");
    }

    private static boolean ended(Mono<?> verification) {
        var ended = new AtomicReference<>(false);
        verification.doOnTerminate(() -> ended.set(true)).subscribe(line -> {}, error -> {});
        return ended.get();
    }

    private static String code(Throwable error) {
        return ((LabException) error).code();
    }
}
