package io.fluxlab.server;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.claim.Allowance;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.TakingCost;
import io.fluxlab.error.EarlyEnd;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.RunName;
import io.fluxlab.kept.SteerRequest;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.library.ScenarioQuery;
import io.fluxlab.library.ScenarioRequest;
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
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/** Answers the requests of one connection. Thread-safe. */
final class LabResponder implements RSocket {

    /** Several times what a list of events holds as it is kept: in JSON it is longer. */
    private static final int ROOM_FOR_LISTS = 1 << 20;

    private final Lab lab;
    private final ScenarioLibrary library;
    private final Listings listings;
    private final ServerLimits limits;
    private final Runs runs;
    private final RequestReader reader;
    private final Identification identification;
    private final ServerListener listener;
    private final Submissions submissions;
    private final ReadingQueue queue;
    private final ReadingQueue.Line line = new ReadingQueue.Line();
    private final int mostBytes;
    private final AtomicInteger running = new AtomicInteger();

    LabResponder(
            Lab lab,
            ScenarioLibrary library,
            Listings listings,
            ServerLimits limits,
            Runs runs,
            RequestReader reader,
            Identification identification,
            ServerListener listener,
            Submissions submissions,
            ReadingQueue queue) {
        this.lab = lab;
        this.library = library;
        this.listings = listings;
        this.limits = limits;
        this.runs = runs;
        this.reader = reader;
        this.identification = identification;
        this.listener = listener;
        this.submissions = submissions;
        this.queue = queue;
        this.mostBytes = limits.transport().outbound().responseBytes();
    }

    /**
     * What is asked for, and the answer to it.
     *
     * @param events the answer; lazy
     * @param isTold whether somebody else tells the listener of it
     */
    private record Asked(Route route, @Nullable Object data, Flux<?> events, boolean isTold) {

        Asked(Route route, @Nullable Object data, Flux<?> events) {
            this(route, data, events, false);
        }
    }

    /** Makes of a request what is asked for. */
    @FunctionalInterface
    private interface Asking {

        /**
         * @param revoked fails when whoever asks may not be here any more
         */
        Asked of(Payload request, Caller caller, Mono<Void> revoked);
    }

    @Override
    public Flux<Payload> requestStream(Payload request) {
        return answer(request, (asked, caller, revoked) -> {
            Route route = route(asked, caller);
            return switch (route) {
                case WORKLOADS -> new Asked(route, null, listings.workloads(reader.format()));
                case LANES -> new Asked(route, null, listings.lanes(reader.format()));
                case SCENARIOS -> new Asked(route, null, listings.scenarios(reader.format()));
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
                case WATCH -> {
                    WatchRequest watched = reader.read(asked, WatchRequest.SCHEMA);
                    yield new Asked(route, watched, submissions.watch(caller, fitting(watched)));
                }
                case HISTORY -> {
                    HistoryQuery query = reader.read(asked, HistoryQuery.SCHEMA);
                    yield new Asked(route, query, submissions.history(caller, query));
                }
                case SCENARIO, STEER, SUBMIT, CANCEL, ANNOTATE, REMOVE -> throw Interaction.STREAM.wrong(route);
            };
        });
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return Flux.from(payloads).switchOnFirst((first, all) -> {
            Payload request = first.get();
            return request == null
                    ? Flux.empty()
                    : answer(request, (asked, caller, revoked) -> steer(asked, caller, all.skip(1)));
        });
    }

    @Override
    public Mono<Payload> requestResponse(Payload request) {
        return answer(request, (asked, caller, revoked) -> {
                    Route route = route(asked, caller);
                    return switch (route) {
                        case SUBMIT -> submit(asked, caller, revoked);
                        case SCENARIO -> {
                            ScenarioQuery query = reader.read(asked, ScenarioQuery.SCHEMA);
                            yield new Asked(route, query, library.show(query).flux());
                        }
                        case CANCEL -> {
                            RunName name = reader.read(asked, RunName.SCHEMA);
                            yield new Asked(
                                    route,
                                    name,
                                    submissions.cancel(caller, name).flux());
                        }
                        case STEER -> {
                            SteerRequest told = reader.read(asked, SteerRequest.SCHEMA);
                            checkConcurrency(told.value());
                            yield new Asked(
                                    route, told, submissions.steer(caller, told).flux());
                        }
                        case ANNOTATE -> {
                            Annotation note = reader.read(asked, Annotation.SCHEMA);
                            yield new Asked(
                                    route,
                                    note,
                                    submissions.annotate(caller, note).flux());
                        }
                        case REMOVE -> {
                            RunName name = reader.read(asked, RunName.SCHEMA);
                            yield new Asked(
                                    route,
                                    name,
                                    submissions.remove(caller, name).flux());
                        }
                        case WORKLOADS, LANES, SCENARIOS, RUN, COMPARE, CAPACITY, WATCH, HISTORY ->
                            throw Interaction.RESPONSE.wrong(route);
                    };
                })
                .next();
    }

    /** Lists of events are for servers whose answers have room for them; events come one by one elsewhere. */
    private WatchRequest fitting(WatchRequest watched) {
        return mostBytes < ROOM_FOR_LISTS ? new WatchRequest(watched.run(), watched.from()) : watched;
    }

    /** Whoever submits a run may go away; who may not be here any more takes it along. */
    private Asked submit(Payload request, Caller caller, Mono<Void> revoked) {
        Submission submission = reader.submission(request, lab, library);
        return new Asked(
                Route.SUBMIT,
                null,
                submissions
                        .submit(
                                caller,
                                submission,
                                steering -> EarlyEnd.where(events(caller, submission.work(), steering), revoked))
                        .flux(),
                true);
    }

    private Flux<?> events(Caller caller, Submission.Work work, RemoteControl steering) {
        Mono<Void> cancelled = steering.cancelled();
        return switch (work) {
            case Submission.OfRun run -> run(caller, run.request(), steering.commands());
            case Submission.OfComparison comparison ->
                compare(caller, comparison.request()).takeUntilOther(cancelled);
            case Submission.OfCapacity capacity ->
                capacity(caller, capacity.request()).takeUntilOther(cancelled);
            case Submission.OfScenario scenario ->
                scenario(caller, scenario.request()).takeUntilOther(cancelled);
        };
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
    private Flux<Payload> answer(Payload request, Asking asking) {
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

    private Flux<Payload> answer(Payload request, Grant grant, Caller caller, Asking asking) {
        try {
            EventWriter writer = new EventWriter(reader.format(), mostBytes);
            Asked asked = asking.of(request, caller, identification.revoked(grant));
            Flux<?> events = EarlyEnd.where(asked.events(), grant.revoked());
            return asked.isTold()
                    ? runs.stream(caller, Flux.from(events)).map(writer::write)
                    : answer(new LabRequest(caller, asked.route(), asked.data()), events, writer);
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
        return EarlyEnd.where(
                runs.counted(caller, running, () -> lab.check(request), lab.compare(request)), runs.failure());
    }

    private Flux<CapacityEvent> capacity(Caller caller, CapacityRequest request) {
        return EarlyEnd.where(
                runs.counted(caller, running, () -> lab.check(request), lab.capacity(request)), runs.failure());
    }

    /** Its steps run one after the other, and count as one. */
    private Flux<?> scenario(Caller caller, ScenarioRequest request) {
        return EarlyEnd.where(
                runs.countedAsOne(caller, running, () -> check(request), library.run(request, lab)), runs.failure());
    }

    private void check(ScenarioRequest request) {
        List<FieldError> mistakes = library.mistakes(request);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(mistakes);
        }
    }

    /** A command that makes no sense ends the run, with an error that says so. */
    private Asked steer(Payload request, Caller caller, Flux<Payload> payloads) {
        Route route = route(request, caller);
        if (route != Route.STEER) {
            throw Interaction.CHANNEL.wrong(route);
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
        return new Asked(route, run, EarlyEnd.where(run(caller, run, commands), senseless.asMono()));
    }

    private void checkConcurrency(@Nullable Integer concurrency) {
        if (concurrency != null && concurrency > limits.concurrencyPerRun()) {
            throw RejectedRequestException.limit("concurrencyPerRun", limits.concurrencyPerRun(), concurrency);
        }
    }
}
