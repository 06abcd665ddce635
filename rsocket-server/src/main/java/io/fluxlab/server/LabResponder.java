package io.fluxlab.server;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.claim.Allowance;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.TakingCost;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Grant;
import io.fluxlab.wire.Route;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/** Answers the requests of one connection. Thread-safe. */
final class LabResponder implements RSocket {

    private static final String STREAM = "request-stream";
    private static final String CHANNEL = "request-channel";

    private final Lab lab;
    private final Listings listings;
    private final ServerLimits limits;
    private final Runs runs;
    private final RequestReader reader;
    private final Identification identification;
    private final ServerListener listener;
    private final ReadingQueue queue;
    private final ReadingQueue.Line line = new ReadingQueue.Line();
    private final int mostBytes;
    private final AtomicInteger running = new AtomicInteger();

    LabResponder(
            Lab lab,
            Listings listings,
            ServerLimits limits,
            Runs runs,
            RequestReader reader,
            Identification identification,
            ServerListener listener,
            ReadingQueue queue) {
        this.lab = lab;
        this.listings = listings;
        this.limits = limits;
        this.runs = runs;
        this.reader = reader;
        this.identification = identification;
        this.listener = listener;
        this.queue = queue;
        this.mostBytes = limits.transport().outbound().responseBytes();
    }

    /**
     * What is asked for, and the answer to it.
     *
     * @param events the answer; lazy
     */
    private record Asked(Route route, @Nullable Object data, Flux<?> events) {}

    @Override
    public Flux<Payload> requestStream(Payload request) {
        return answer(request, (asked, caller) -> {
            Route route = route(asked, caller);
            return switch (route) {
                case WORKLOADS -> new Asked(route, null, listings.workloads(reader.format()));
                case LANES -> new Asked(route, null, listings.lanes(reader.format()));
                case RUN -> {
                    RunRequest run = reader.read(asked, RunRequest.SCHEMA, lab::mistakes);
                    yield new Asked(route, run, run(caller, run, Flux.never()));
                }
                case COMPARE -> {
                    ComparisonRequest comparison = reader.read(asked, ComparisonRequest.SCHEMA, lab::mistakes);
                    yield new Asked(route, comparison, compare(caller, comparison));
                }
                case CAPACITY -> {
                    CapacityRequest capacity = reader.read(asked, CapacityRequest.SCHEMA, lab::mistakes);
                    yield new Asked(route, capacity, capacity(caller, capacity));
                }
                case STEER -> throw wrongInteraction(route, STREAM);
            };
        });
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return Flux.from(payloads).switchOnFirst((first, all) -> {
            Payload request = first.get();
            return request == null
                    ? Flux.empty()
                    : answer(request, (asked, caller) -> steer(asked, caller, all.skip(1)));
        });
    }

    @Override
    public Mono<Payload> requestResponse(Payload request) {
        return answer(request, (asked, caller) -> {
                    throw wrongInteraction(reader.route(asked), "request-response");
                })
                .next();
    }

    /** A connection whose set-up was for somebody who may not be here any more is closed by this. */
    @Override
    public Mono<Void> onClose() {
        return identification
                .revoked()
                .doOnError(error -> listener.refused(identification.caller(), WireErrors.body(error)))
                .onErrorMap(WireErrors::of);
    }

    /** Reads the request when its turn comes, and then forgets it: nothing here holds on to it while it is answered. */
    private Flux<Payload> answer(Payload request, BiFunction<Payload, Caller, Asked> asking) {
        Mono<Payload> turn = Waiting.turn(queue, line, request);
        return identification
                .of(request)
                .doOnError(error -> listener.refused(identification.caller(), WireErrors.body(error)))
                .flatMapMany(grant -> {
                    Caller caller = new Caller(
                            grant.principal(), identification.caller().peer());
                    return turn.doOnError(error -> listener.refused(caller, WireErrors.body(error)))
                            .flatMapMany(asked -> answer(asked, grant, caller, asking));
                })
                .onErrorMap(WireErrors::of);
    }

    private Flux<Payload> answer(
            Payload request, Grant grant, Caller caller, BiFunction<Payload, Caller, Asked> asking) {
        try {
            EventWriter writer = new EventWriter(reader.format(), mostBytes);
            Asked asked = asking.apply(request, caller);
            Flux<?> events = asked.events().takeUntilOther(grant.revoked());
            return answer(new LabRequest(caller, asked.route(), asked.data()), events, writer);
        } catch (RuntimeException e) {
            listener.refused(caller, WireErrors.body(e));
            throw e;
        }
    }

    private Flux<Payload> answer(LabRequest request, Flux<?> events, EventWriter writer) {
        listener.started(request);
        Allowance telling = claim -> listener.claimed(request, claim);
        return runs.stream(request.caller(), Flux.from(events).contextWrite(all -> all.put(Allowance.class, telling)))
                .doOnNext(event -> tellFigures(request, event))
                .<Payload>map(writer::write)
                .contextWrite(TakingCost.told(writer::cpuNanos))
                .doOnError(error -> listener.ended(request, WireErrors.outcome(error)))
                .doFinally(signal -> {
                    if (signal != SignalType.ON_ERROR) {
                        boolean whole = signal == SignalType.ON_COMPLETE;
                        listener.ended(request, whole ? RequestOutcome.COMPLETED : RequestOutcome.CANCELLED);
                    }
                });
    }

    private void tellFigures(LabRequest request, Object event) {
        if (event instanceof RunEvent.RunFinished finished) {
            listener.finished(request, finished.summary());
        }
    }

    private Route route(Payload request, Caller caller) {
        Route route = reader.route(request);
        Rights.check(route, caller.principal());
        return route;
    }

    /** Every run is steered by the server at least, which may have to stop. */
    private Flux<RunEvent> run(Caller caller, RunRequest request, Flux<SteerCommand> commands) {
        checkConcurrency(request.concurrency());
        Flux<RunEvent> run = lab.steer(request, Flux.merge(commands, runs.cancellation()));
        return runs.counted(caller, running, () -> lab.check(request), run);
    }

    private Flux<ComparisonEvent> compare(Caller caller, ComparisonRequest request) {
        return runs.counted(caller, running, () -> lab.check(request), lab.compare(request))
                .takeUntilOther(runs.failure());
    }

    private Flux<CapacityEvent> capacity(Caller caller, CapacityRequest request) {
        return runs.counted(caller, running, () -> lab.check(request), lab.capacity(request))
                .takeUntilOther(runs.failure());
    }

    /** A command that makes no sense ends the run, with an error that says so. */
    private Asked steer(Payload request, Caller caller, Flux<Payload> payloads) {
        Route route = route(request, caller);
        if (route != Route.STEER) {
            throw wrongInteraction(route, CHANNEL);
        }
        Sinks.Empty<Void> senseless = Sinks.empty();
        Flux<SteerCommand> commands = payloads.concatMap(payload -> Waiting.turn(queue, line, payload), 1)
                .map(payload -> reader.read(payload, SteerCommand.SCHEMA))
                .doOnNext(command -> checkConcurrency(command.value()))
                .onErrorResume(error -> {
                    senseless.tryEmitError(error);
                    return Flux.never();
                });
        RunRequest run = reader.read(request, RunRequest.SCHEMA, lab::mistakes);
        return new Asked(route, run, run(caller, run, commands).takeUntilOther(senseless.asMono()));
    }

    private void checkConcurrency(@Nullable Integer concurrency) {
        if (concurrency != null && concurrency > limits.concurrencyPerRun()) {
            throw RejectedRequestException.limit("concurrencyPerRun", limits.concurrencyPerRun(), concurrency);
        }
    }

    private static InvalidRequestException wrongInteraction(Route route, String used) {
        String right = route == Route.STEER ? CHANNEL : STREAM;
        String message = "%s is a %s, not a %s".formatted(route.id(), right, used);
        return new InvalidRequestException(
                "wrong-interaction", message, List.of(new FieldError("route", route.id(), message)));
    }
}
