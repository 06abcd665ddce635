package io.fluxlab.server;

import io.fluxlab.kept.LastingRun;
import io.fluxlab.kept.RunKeeper;
import io.fluxlab.kept.RunName;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.server.identity.Authentication;
import io.fluxlab.server.status.StatusAccess;
import io.fluxlab.server.transport.GuardedTransport;
import io.fluxlab.server.transport.Responders;
import io.fluxlab.server.transport.TransportLimits;
import io.netty.util.concurrent.EventExecutor;
import io.rsocket.exceptions.RejectedSetupException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Serves a lab over RSocket: on TCP and WebSocket, or inside this JVM. Thread-safe.
 *
 * <p>A server has event loops and a timer of its own, all daemon threads, until it is stopped. The lab stays the
 * caller's; {@link ServerLimits#perRun()} is for whoever builds it. What the lab lists is read once.
 */
public final class LabServer {

    private static final Logger LOG = LoggerFactory.getLogger(LabServer.class);

    /** How long runs that were cancelled may take to say their last. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private static final int READERS = TransportLimits.READERS;

    private static final int IDLE_SECONDS = 60;

    /** Of one connection, so many of the largest requests may wait to be read. */
    private static final long MOST_WAITING_OF_A_CONNECTION = 4;

    private final GuardedTransport transport;
    private final Runs runs;
    private final TakenUp takenUp;
    private final ReadingQueue queue;
    private final Security security;
    private final Scheduler requests = ReadingQueue.readers("fluxlab-server-requests", READERS);
    private final Scheduler starts =
            Schedulers.newBoundedElastic(READERS, Integer.MAX_VALUE, "fluxlab-server-starts", IDLE_SECONDS, true);
    private final Scheduler clock = Schedulers.newSingle("fluxlab-server-clock", true);
    private final AtomicReference<@Nullable Mono<Void>> stop = new AtomicReference<>();
    private volatile List<InetSocketAddress> addresses = List.of();

    private LabServer(
            Lab lab,
            ScenarioLibrary library,
            ServerLimits limits,
            ServerListener listener,
            Security security,
            @Nullable RunKeeper keeper) {
        this.runs = new Runs(limits, clock, starts);
        this.security = security;
        TransportLimits transportLimits = limits.transport();
        this.queue = new ReadingQueue(
                requests,
                READERS,
                MOST_WAITING_OF_A_CONNECTION * transportLimits.requests().requestBytes(),
                transportLimits.shared().waitingBytes());
        Listings listings = new Listings(lab, library);
        Submissions submissions = new Submissions(keeper, listener);
        this.takenUp = new TakenUp(lab, library, runs, submissions);
        Responders responders = (setup, peer) -> {
            RequestReader reader = new RequestReader(setup);
            return Identification.of(setup, peer, security.authentication())
                    .doOnError(error -> listener.refused(peer, WireErrors.body(error)))
                    .onErrorMap(error ->
                            new RejectedSetupException(WireErrors.of(error).getMessage(), error))
                    .map(identification -> new LabResponder(
                            lab,
                            library,
                            listings,
                            limits,
                            runs,
                            reader,
                            identification,
                            listener,
                            submissions,
                            queue));
        };
        this.transport = GuardedTransport.of(transportLimits, responders, listener, security.context());
    }

    /**
     * Serves a lab on TCP and HTTP. Emits the server when both listen; fails if one can't, and then listens on neither.
     */
    public static Mono<LabServer> start(Lab lab, ServerSettings settings) {
        return of(lab, settings).start();
    }

    /** A server to be, for whoever wants to hear of it or adds pages. */
    public static Builder of(Lab lab, ServerSettings settings) {
        return new Builder(lab, settings);
    }

    /** What a server has beside its lab and its settings. Not thread-safe. */
    public static final class Builder {

        private final Lab lab;
        private final ServerSettings settings;
        private final List<ServerListener> listeners = new ArrayList<>();
        private final List<Function<? super StatusAccess, ? extends Consumer<? super HttpServerRoutes>>> pages =
                new ArrayList<>();
        private ScenarioLibrary library = ScenarioLibrary.EMPTY;
        private @Nullable RunKeeper keeper;

        private Builder(Lab lab, ServerSettings settings) {
            this.lab = Objects.requireNonNull(lab, "lab");
            this.settings = Objects.requireNonNull(settings, "settings");
        }

        /** Adds somebody who hears of what happens. */
        public Builder listener(ServerListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Has runs kept that are submitted; without a keeper none can be. It stays the caller's, who closes it when the server
         * has stopped.
         */
        public Builder keeping(RunKeeper newKeeper) {
            keeper = newKeeper;
            return this;
        }

        /** Has scenarios listed, shown and submitted; without a library there are none. */
        public Builder scenarios(ScenarioLibrary newLibrary) {
            library = newLibrary;
            return this;
        }

        /** Adds pages to what is served over HTTP. */
        public Builder pages(Consumer<? super HttpServerRoutes> more) {
            return status(access -> more);
        }

        /**
         * Adds pages that tell how the server fares. They are told whom they are for: whoever asks from the machine
         * itself, and, where the server has credentials, whoever shows some. What is refused the listeners hear of.
         */
        public Builder status(Function<? super StatusAccess, ? extends Consumer<? super HttpServerRoutes>> more) {
            pages.add(more);
            return this;
        }

        /**
         * Emits the server when it listens on both ports; fails if it can't, and then listens on neither, as where it is
         * cancelled. Lazy.
         */
        public Mono<LabServer> start() {
            return Mono.defer(() -> {
                InetAddress bound = address(settings.host(), settings.port()).getAddress();
                Security security = Security.open(settings.security(), settings.host(), bound);
                ServerListener listener = new Listeners(listeners);
                LabServer server = new LabServer(lab, library, settings.limits(), listener, security, keeper);
                StatusAccess access = access(security, listener);
                List<Consumer<? super HttpServerRoutes>> all = new ArrayList<>();
                pages.forEach(page -> all.add(page.apply(access)));
                return server.started(
                        server.listen(bound, settings, routes -> all.forEach(each -> each.accept(routes))));
            });
        }
    }

    private static StatusAccess access(Security security, ServerListener listener) {
        StatusAccess access = security.authentication().equals(Authentication.NONE)
                ? StatusAccess.LOOPBACK
                : StatusAccess.of(security.authentication());
        return (peer, forwarded) ->
                access.admit(peer, forwarded).doOnError(error -> listener.refused(peer, WireErrors.body(error)));
    }

    /**
     * Serves a lab inside this JVM, over RSocket's local transport, to clients that are trusted. Emits the server when the
     * name can be used.
     */
    public static Mono<LabServer> local(Lab lab, String name) {
        return Mono.defer(() -> {
            LabServer server = new LabServer(
                    lab, ScenarioLibrary.EMPTY, ServerLimits.none(), ServerListener.NONE, Security.NONE, null);
            return server.started(server.transport.listenLocally(name));
        });
    }

    /** The server when it listens; where that fails or is cancelled, nothing of it is left. */
    private Mono<LabServer> started(Mono<Void> listening) {
        return listening
                .onErrorResume(error -> stop(Duration.ZERO).then(Mono.error(error)))
                .doOnCancel(
                        () -> stop(Duration.ZERO).subscribe(nothing -> {}, error -> LOG.warn("did not stop", error)))
                .thenReturn(this);
    }

    private Mono<Void> listen(InetAddress bound, ServerSettings settings, Consumer<? super HttpServerRoutes> pages) {
        return transport
                .listenTcp(new InetSocketAddress(bound, settings.port()))
                .zipWhen(
                        tcp -> transport.listenHttp(
                                new InetSocketAddress(bound, settings.httpPort()), settings.hosts(), pages),
                        List::of)
                .doOnNext(ports -> {
                    addresses = ports;
                    LOG.info("listens for RSocket on {} and for HTTP on {}", text(address()), text(httpAddress()));
                })
                .then();
    }

    private static InetSocketAddress address(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("host must be a name or address of this machine, was " + host);
        }
        return address;
    }

    /** Where RSocket over TCP is served, with the port that was found. */
    public InetSocketAddress address() {
        return addresses.get(0);
    }

    /** Where HTTP is served, with the port that was found; RSocket over WebSocket is on {@code /rsocket}. */
    public InetSocketAddress httpAddress() {
        return addresses.get(1);
    }

    /** Bytes of requests that wait to be read. */
    long waitingBytes() {
        return queue.bytes();
    }

    /** What clients pin where it speaks TLS: {@code sha256:} and the digest of its certificate as of now. */
    public Optional<String> fingerprint() {
        return security.fingerprint();
    }

    /** Runs and comparisons that go on. */
    public int runs() {
        return runs.count();
    }

    /** Those that wait for their turn. */
    public int waitingRuns() {
        return runs.waiting();
    }

    /**
     * Submits a run again that a server before this one has lost, for whoever it was submitted for, and emits its new name; fails
     * where it can't be run here. Starts at subscription.
     */
    public Mono<String> takeUp(LastingRun run) {
        return takenUp.submit(run).map(RunName::run);
    }

    /** Whether it has been told to stop. */
    public boolean isStopping() {
        return stop.get() != null;
    }

    /** The event loops that all connections share, to be looked at. */
    public Iterable<EventExecutor> loops() {
        return transport.loops();
    }

    /**
     * Stops: accepts no new connections or runs, gives those that go on the grace period, cancels what is left of them so
     * that they end in {@code run-finished} with the status {@code cancelled}, and closes the connections. Starts at the
     * first subscription; later calls wait for the same end.
     */
    public Mono<Void> stop(Duration grace) {
        stop.compareAndSet(null, stopping(grace).cache());
        Mono<Void> stopping = stop.get();
        return stopping == null ? Mono.empty() : stopping;
    }

    private Mono<Void> stopping(Duration grace) {
        return transport
                .stopAccepting()
                .doOnSubscribe(asked -> log("stops; {} runs that go on have {} ms", runs.count(), grace.toMillis()))
                .then(runs.stop(grace, LAST_WORDS))
                .then(transport.close())
                .then(Mono.fromRunnable(() -> {
                    security.dispose();
                    clock.dispose();
                    requests.dispose();
                    starts.dispose();
                    log("has stopped");
                }));
    }

    /** A server that could not start says nothing of its end. */
    private void log(String format, Object... values) {
        if (!addresses.isEmpty()) {
            LOG.info(format, values);
        }
    }

    private static String text(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
