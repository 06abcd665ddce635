package io.fluxlab.server.transport;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Answers requests by what their data says, and knows how much it was made to produce. */
final class Responder implements RSocket {

    static final String FLOOD = "flood";
    static final String NEVER = "never";
    static final String TEN = "ten";
    static final String LATE = "late";
    static final String HELD = "held";
    static final String MIXED = "mixed";

    /** So many of them; each shorter or longer than what the server writes at once, and like no other. */
    static final int MIXED_ANSWERS = 500;

    private static final String KILOBYTE = "x".repeat(1024);

    private final Sinks.Many<String> held = Sinks.many().multicast().directBestEffort();

    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger produced = new AtomicInteger();
    final AtomicInteger running = new AtomicInteger();

    @Override
    public Mono<Payload> requestResponse(Payload payload) {
        answered.incrementAndGet();
        return Mono.just(DefaultPayload.create(payload.getDataUtf8() + ":" + payload.getMetadataUtf8()));
    }

    @Override
    public Flux<Payload> requestStream(Payload payload) {
        return answers(payload.getDataUtf8())
                .doOnNext(text -> produced.incrementAndGet())
                .doOnSubscribe(subscription -> running.incrementAndGet())
                .doFinally(signal -> running.decrementAndGet())
                .map(DefaultPayload::create);
    }

    /** Answers every request for what is held. */
    void release(String answer) {
        held.emitNext(answer, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    static String mixed(int index) {
        int length = index % 50 == 0 ? 1000 * (1 + index % 7) * (index % 3 == 0 ? 8 : 1) : index % 90;
        return index + "x".repeat(length);
    }

    private Flux<String> answers(String request) {
        return switch (request) {
            case FLOOD -> Flux.generate(sink -> sink.next(KILOBYTE));
            case NEVER -> Flux.never();
            case HELD -> held.asFlux();
            case TEN -> Flux.range(1, 10).map(String::valueOf);
            case MIXED -> Flux.range(0, MIXED_ANSWERS).map(Responder::mixed).subscribeOn(Schedulers.boundedElastic());
            case LATE -> Mono.delay(Duration.ofMillis(100)).thenMany(answers(TEN));
            default -> Flux.just(request.length() + " characters");
        };
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return Flux.from(payloads).limitRate(8).map(payload -> DefaultPayload.create(payload.getDataUtf8()));
    }
}
