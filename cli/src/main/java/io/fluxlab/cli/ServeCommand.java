package io.fluxlab.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.log.ServerLog;
import io.fluxlab.cli.setting.SettingBounds;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.history.History;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.page.LabPage;
import io.fluxlab.scenario.library.ScriptLibrary;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.OpenServerException;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.server.log.AuditLog;
import io.fluxlab.server.log.RefusalLog;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ChannelBindException;

/** {@code fluxlab serve}: a lab for others, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serves this lab over RSocket, on TCP and WebSocket, until Ctrl-C or SIGTERM.",
            "",
            "Whoever may come in can use this machine's CPUs. Other machines are let in only with TLS and credentials.",
            "",
            "What is not typed is looked for in the environment (--max-runs is FLUXLAB_SERVE_MAX_RUNS), and then in the"
                    + " file of settings that --config names."
        },
        sortOptions = false)
class ServeCommand implements Callable<Integer> {

    /** How long what is to be written still may take at the end. */
    private static final Duration LAST_LINES = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final LabPage page = LabPage.built();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Name or address to listen on; ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7878",
            description = "Of RSocket over TCP, 0 for any free one; ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Of HTTP, with RSocket over WebSocket on /rsocket, 0 for any free one; ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            split = ",",
            description = {
                "What HTTP requests may call this server (their Host header), beside localhost and the address that they"
                        + " come in on: its name behind a proxy, for one."
            })
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "How long runs may go on when it stops, before they are cancelled; ${DEFAULT-VALUE}.")
    private Duration grace = Duration.ZERO;

    @Mixin
    private final SecurityOptions security = new SecurityOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    @Mixin
    private final OfferOptions offer = new OfferOptions();

    @Mixin
    private final ClusterOptions cluster;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final LogOptions logging = new LogOptions();

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private final ClasspathOption classpath = new ClasspathOption();

    @SuppressWarnings("UnusedVariable") // it is read before all other options are
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of settings (YAML), called like these options: 'max-runs: 8'.")
    private @Nullable Path config;

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = "true",
            description = "Say where it listens as one line of JSON.")
    private boolean json;

    ServeCommand(Surroundings surroundings) {
        this(surroundings, null);
    }

    /** A server that is a coordinator at this address where no other is given; null is none. */
    ServeCommand(Surroundings surroundings, @Nullable String coordinator) {
        this.surroundings = surroundings;
        this.cluster = new ClusterOptions(coordinator);
    }

    /**
     * Where a server listens.
     *
     * @param page the address of its page; null where it was built without one
     * @param fingerprint of its certificate, where it speaks TLS
     * @param cluster where workers join; null where it is no coordinator
     */
    private record Listening(
            String type,
            String tcp,
            String webSocket,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String page,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String fingerprint,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cluster) {

        static Listening of(LabServer server, LabPage page, Optional<Coordinator> coordinator) {
            String fingerprint = server.fingerprint().orElse(null);
            String tcp = fingerprint == null ? "tcp://" : "tls://";
            String webSocket = fingerprint == null ? "ws://" : "wss://";
            return new Listening(
                    "listening",
                    tcp + text(server.address()),
                    webSocket + text(server.httpAddress()) + "/rsocket",
                    page.exists() ? (fingerprint == null ? "http://" : "https://") + text(server.httpAddress()) : null,
                    fingerprint,
                    coordinator.map(each -> each.access().address().toString()).orElse(null));
        }

        private static String text(InetSocketAddress address) {
            String host = address.getHostString();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        OptionMistakes mistakes = new OptionMistakes(Objects.requireNonNull(spec, "spec"));
        ServerSettings settings = settings(mistakes);
        Optional<Coordinator> coordinator = cluster.open(surroundings.console());
        try {
            return call(settings, coordinator, mistakes);
        } finally {
            coordinator.ifPresent(Coordinator::close);
        }
    }

    private int call(ServerSettings settings, Optional<Coordinator> coordinator, OptionMistakes mistakes)
            throws InterruptedException {
        LocalLab.Builder building = LocalLab.builder().limits(settings.limits().perRun());
        coordinator.ifPresent(each -> building.lane(ClusterOptions.lane(each)));
        LocalLab lab = building.build();
        Lab offered = offer.of(lab, mistakes);
        Optional<AuditLog> audit = logging.audit();
        Scheduler clock = Schedulers.newSingle("fluxlab-log", true);
        Scheduler timer = Schedulers.newSingle("fluxlab-scenario-timer", true);
        try (ServerLog log = ServerLog.open(surroundings.console()::note, logging.level())) {
            RefusalLog refusals = new RefusalLog(logging.refusalsPerSecond(), clock);
            try (Status status = Status.of(offered)) {
                status.watch(lab, settings.limits().perRun().atOnce(), audit);
                coordinator.ifPresent(status::watch);
                LabServer.Builder starting = status.with(LabServer.of(offered, settings)
                        .listener(refusals)
                        .scenarios(ScriptLibrary.of(timer))
                        .pages(page));
                audit.ifPresent(starting::listener);
                return serve(starting, coordinator, status, mistakes);
            } finally {
                refusals.dispose();
                audit.ifPresent(open -> open.close().block(LAST_LINES));
            }
        } finally {
            timer.dispose();
            clock.dispose();
        }
    }

    private int serve(
            LabServer.Builder starting, Optional<Coordinator> coordinator, Status watching, OptionMistakes mistakes)
            throws InterruptedException {
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw mistakes.of("--host", "must be a name or address of this machine, was " + host);
        }
        LateKeeper keeper = new LateKeeper();
        LabServer server = started(starting.keeping(keeper).start(), mistakes);
        watching.watch(server);
        surroundings.interrupt().listenForTermination();
        Optional<History> kept = opened(server, mistakes);
        keeper.is(kept);
        try {
            say(Listening.of(server, page, coordinator));
            coordinator
                    .flatMap(Coordinator::journal)
                    .ifPresent(each -> JournalOption.takeUp(each, server, surroundings.console()));
            int status = surroundings.interrupt().await();
            server.stop(grace).block();
            return status;
        } finally {
            kept.ifPresent(open -> open.close().block(LAST_LINES.multipliedBy(3)));
        }
    }

    private Optional<History> opened(LabServer server, OptionMistakes mistakes) {
        try {
            return history.open(mistakes, surroundings);
        } catch (RuntimeException e) {
            server.stop(Duration.ZERO).block();
            throw e;
        }
    }

    private LabServer started(Mono<LabServer> server, OptionMistakes mistakes) {
        try {
            return server.blockOptional().orElseThrow();
        } catch (ChannelBindException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new FailedException(
                    "can't listen on %s:%d: %s".formatted(e.localHost(), e.localPort(), withoutCall(reason)), e);
        } catch (OpenServerException e) {
            throw SecurityOptions.advice(host, e);
        } catch (IllegalArgumentException e) {
            throw mistakes.of(e);
        }
    }

    /** Netty's native transports put before the system's words which call has failed. */
    private static String withoutCall(Throwable reason) {
        return String.valueOf(reason.getMessage()).replaceFirst("^bind\\(\\.\\.\\) failed with error\\(-\\d+\\): ", "");
    }

    /** What is wrong with a single option is told first, with where it was set. */
    private ServerSettings settings(OptionMistakes mistakes) {
        SettingBounds.check(mistakes.command());
        ServerSettings settings = new ServerSettings(
                host,
                port,
                httpPort,
                limits.limits().withSharing(sharing.sharing()),
                List.of(),
                security.settings(mistakes));
        return mistakes.checked("--allow-host", () -> settings.withAllowedHosts(allowedHosts));
    }

    private void say(Listening listening) {
        Console console = surroundings.console();
        if (json) {
            new JsonLines(console).accept(listening);
        } else {
            console.line(
                    "Fluxlab listens on " + listening.tcp() + " and " + listening.webSocket() + "; Ctrl-C stops it.");
            console.line(
                    listening.page() == null
                            ? "It has no page: it was built where npm is missing."
                            : "Its page is " + listening.page() + ".");
            if (listening.fingerprint() != null) {
                console.line(
                        "Its certificate is " + listening.fingerprint() + "; clients that know no authority of it: "
                                + "--server " + listening.tcp() + "#" + listening.fingerprint());
            }
            if (listening.cluster() != null) {
                cluster.advice(listening.cluster(), listening.tcp()).forEach(console::line);
            }
            console.flush();
        }
    }
}
