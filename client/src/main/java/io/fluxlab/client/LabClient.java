package io.fluxlab.client;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunArchive;
import io.fluxlab.kept.RunName;
import io.fluxlab.kept.SteerRequest;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.library.ScenarioInfo;
import io.fluxlab.library.ScenarioQuery;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.wire.Route;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.RetryBackoffSpec;

/**
 * A lab that is elsewhere. Thread-safe.
 *
 * <p>Nothing happens before a stream is subscribed: the first subscription connects, later ones share the connection,
 * and where it broke the next one connects anew. There is no other retry: streams that ran on a connection that broke,
 * and those that found no lab, fail with an {@link UnreachableLabException}. What the lab itself refuses comes as the
 * same {@link io.fluxlab.error.LabException}s that a local one throws.
 *
 * <p>Demand and cancel travel: the lab sends no more events than were asked for, and a slow subscriber slows only its
 * own run. Events come on the client's one event-loop thread, which must not be blocked; whole numbers in items and
 * parameters are {@link Long}s, whatever they were at home.
 *
 * <p>A request that no frame of RSocket can hold is not sent: its stream fails with an
 * {@link io.fluxlab.error.InvalidRequestException}, and the connection goes on. Up to there it is the lab that says how much
 * it takes, 65,536 bytes unless it was told otherwise.
 */
public final class LabClient implements Lab, RunArchive, Disposable, AutoCloseable {

    private final Link link;
    private final Exchange exchange;

    private LabClient(URI uri, ClientOptions options) {
        this.link = new Link(LabAddress.of(uri), options);
        this.exchange = new Exchange(options.format());
    }

    /**
     * The lab at {@code tcp://host:port} (port 7878 unless given), {@code ws://host:port/path} (8080 and
     * {@code /rsocket} unless given), or, in this JVM, {@code local:name}. Does not connect yet.
     *
     * @throws IllegalArgumentException where this is no such URI
     */
    public static LabClient connect(String uri) {
        return connect(URI.create(uri));
    }

    /** A lab at this address, as {@link #connect(String)} gives it. */
    public static LabClient connect(URI uri) {
        return connect(uri, ClientOptions.DEFAULT);
    }

    /** The lab at this address, spoken with in this way. Does not connect yet. */
    public static LabClient connect(URI uri, ClientOptions options) {
        return new LabClient(uri, options);
    }

    @Override
    public Flux<WorkloadInfo> workloads() {
        return stream(
                () -> exchange.answers(WorkloadInfo.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.WORKLOADS)));
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return stream(
                () -> exchange.answers(LaneInfo.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.LANES)));
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return stream(exchange::runEvents, rsocket -> rsocket.requestStream(exchange.request(Route.RUN, request)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The commands are subscribed when the request is sent. Their error reaches the lab as
     * {@link SteerCommand#CANCEL}, without its message.
     */
    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return Flux.defer(() -> {
            // RSocket keeps a channel open until both sides are done, so the run's end has to end the commands.
            Sinks.Empty<Void> end = Sinks.empty();
            Flux<Payload> following = Flux.from(commands)
                    .onErrorResume(error -> Mono.just(SteerCommand.CANCEL))
                    .map(exchange::data)
                    .takeUntilOther(end.asMono());
            return stream(
                            exchange::runEvents,
                            rsocket -> rsocket.requestChannel(
                                    Flux.concat(List.of(Mono.just(exchange.request(Route.STEER, request)), following))))
                    .doFinally(signal -> end.tryEmitEmpty());
        });
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return stream(
                () -> exchange.answers(ComparisonEvent.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.COMPARE, request)));
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return stream(
                () -> exchange.answers(CapacityEvent.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.CAPACITY, request)));
    }

    /** The scenarios that the lab knows: those of the lecture in its order, then those that rebuild a public report. */
    public Flux<ScenarioInfo> scenarios() {
        return stream(
                () -> exchange.answers(ScenarioInfo.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.SCENARIOS)));
    }

    /** One scenario as plain values; fails where the lab knows none of this name. */
    public Mono<Map<String, Object>> scenario(ScenarioQuery query) {
        return stream(
                        exchange::fields,
                        rsocket -> rsocket.requestResponse(exchange.request(Route.SCENARIO, query))
                                .flux())
                .next();
    }

    /**
     * Has a run, a comparison, a search or a scenario go on at the lab without this client, and emits its name when it has begun; it fails as
     * it would itself before that. Cancel ends what has not begun, and nothing that has.
     */
    public Mono<String> submit(Submission submission) {
        return one(Route.SUBMIT, submission.fields());
    }

    /** Tells a run to end that goes on at the lab, and emits its name; its events say when it has. */
    public Mono<String> cancel(String run) {
        return one(Route.CANCEL, new RunName(run));
    }

    /**
     * Tells something to a run that was submitted and goes on at the lab, and emits its name when it is told; fails where there is
     * none, it has ended, is somebody else's, or is no run and the command is another than {@link SteerCommand#CANCEL}.
     */
    public Mono<String> steer(String run, SteerCommand command) {
        return one(Route.STEER, SteerRequest.of(run, command));
    }

    /** {@inheritDoc} They come one by one, whatever the request says. */
    @Override
    public Flux<KeptEvent> watch(WatchRequest request) {
        WatchRequest each = new WatchRequest(request.run(), request.from());
        return stream(exchange::keptEvents, rsocket -> rsocket.requestStream(exchange.request(Route.WATCH, each)));
    }

    /**
     * As {@link #watch}, over connections that break: each time it goes on after the last event that came.
     *
     * @param retry when to connect again, and how often; asked for {@link UnreachableLabException}s alone
     */
    public Flux<KeptEvent> watch(WatchRequest request, RetryBackoffSpec retry) {
        return Flux.defer(() -> {
            AtomicLong next = new AtomicLong(request.first());
            return Flux.defer(() -> watch(new WatchRequest(request.run(), next.get())))
                    .doOnNext(event -> next.set(event.next()))
                    .retryWhen(retry.filter(UnreachableLabException.class::isInstance));
        });
    }

    @Override
    public Flux<KeptRun> history(HistoryQuery query) {
        return stream(
                () -> exchange.answers(KeptRun.class),
                rsocket -> rsocket.requestStream(exchange.request(Route.HISTORY, query)));
    }

    @Override
    public Mono<Void> annotate(Annotation annotation) {
        return one(Route.ANNOTATE, annotation).then();
    }

    @Override
    public Mono<Void> remove(String run) {
        return one(Route.REMOVE, new RunName(run)).then();
    }

    private Mono<String> one(Route route, Object data) {
        return stream(
                        () -> exchange.answers(RunName.class),
                        rsocket -> rsocket.requestResponse(exchange.request(route, data))
                                .flux())
                .next()
                .map(RunName::run);
    }

    /** Begins to {@linkplain #disposeLater() close}, and waits for nothing. */
    @Override
    public void close() {
        dispose();
    }

    /** Closes the client, as {@link #close()} does. */
    @Override
    public void dispose() {
        disposeLater().subscribe(nothing -> {}, error -> {});
    }

    /**
     * Closes the connection, and with it the runs that this client started; their streams fail with an
     * {@link UnreachableLabException}, and so does every later one. Starts at subscription, completes when the client's
     * thread is gone; cancel stops nothing.
     *
     * <p>The threads {@code parallel-1} and so on of Reactor's shared scheduler stay: RSocket's signs of life are timed there,
     * as are all timers of the application that have no scheduler of their own, so that they are not a client's to end.
     * {@link reactor.core.scheduler.Schedulers#shutdownNow()} ends them with the application.
     */
    public Mono<Void> disposeLater() {
        return link.close();
    }

    @Override
    public boolean isDisposed() {
        return link.isClosed();
    }

    /** Each subscription has answers read in its own way, which may remember what came before. */
    private <T> Flux<T> stream(Supplier<Function<Payload, T>> reading, Function<RSocket, Flux<Payload>> interaction) {
        return link.rsocket()
                .flatMapMany(rsocket -> interaction.apply(rsocket).map(reading.get()))
                .onErrorMap(this::translate);
    }

    private Throwable translate(Throwable error) {
        return link.isClosed() && !(error instanceof UnreachableLabException)
                ? UnreachableLabException.closed(link.uri())
                : WireErrors.translate(link.uri(), error);
    }
}
