package io.fluxlab.process.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.process.socket.Rendezvous.Guest;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A child as its parent meets it, in this process; says how often it has served. */
final class Child {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger served = new AtomicInteger();
    private final CompletableFuture<Void> end;

    private Child(Invitation invitation) {
        RSocket responder = new RSocket() {
            @Override
            public Mono<Payload> requestResponse(Payload request) {
                return Mono.just(DefaultPayload.create("served " + served.incrementAndGet()));
            }
        };
        end = Dialer.serve(invitation, responder).onErrorComplete().toFuture();
    }

    /** A child that follows the invitation. */
    static Child following(Invitation invitation) {
        return new Child(invitation);
    }

    /** Waits for the parent's side of the connection. */
    static RSocket arrivalOf(Guest guest) {
        return guest.arrival().blockOptional(LONG).orElseThrow();
    }

    /** Asks it, as its parent. */
    static Mono<String> ask(RSocket child) {
        return child.requestResponse(DefaultPayload.create("who?")).map(answer -> {
            String text = answer.getDataUtf8();
            answer.release();
            return text;
        });
    }

    /** Sees that the child of this invitation comes and serves its parent. */
    static void comesAndServes(Guest guest) {
        Child child = following(guest.invitation());
        RSocket arrived = arrivalOf(guest);
        assertThat(ask(arrived).block(LONG)).isEqualTo("served 1");
        arrived.dispose();
        child.ends();
    }

    int served() {
        return served.get();
    }

    boolean hasEnded() {
        return end.isDone();
    }

    /** Waits until its connection has ended. */
    void ends() {
        assertThat(end).succeedsWithin(LONG.toSeconds(), TimeUnit.SECONDS);
    }
}
