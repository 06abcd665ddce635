package io.fluxlab.server;

import io.fluxlab.run.SteerCommand;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * What a submitted run is told by whoever may change it. Commands reach one subscriber in the order of their sending; what is sent
 * before there is one waits for it. Thread-safe.
 */
final class RemoteControl {

    private static final int MOST_WAITING = 64;

    private final Sinks.Many<SteerCommand> commands = Sinks.unsafe()
            .many()
            .unicast()
            .onBackpressureBuffer(Queues.<SteerCommand>get(MOST_WAITING).get());
    private final Sinks.Empty<Void> cancelled = Sinks.empty();

    /** Tells the run to end; never waits and never fails, and more than once is once. */
    void cancel() {
        cancelled.tryEmitEmpty();
    }

    /**
     * Tells a run something else than to end.
     *
     * @return whether it is heard: false where nobody listens any more, or more commands wait than one may send
     */
    synchronized boolean send(SteerCommand command) {
        return commands.tryEmitNext(command).isSuccess();
    }

    /** Completes when it is told to end. */
    Mono<Void> cancelled() {
        return cancelled.asMono();
    }

    /** All that it is told, for a run. */
    Flux<SteerCommand> commands() {
        return Flux.merge(List.of(commands.asFlux(), cancelled.asMono().then(Mono.just(SteerCommand.CANCEL))));
    }
}
