package io.fluxlab.server.metrics;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.claim.Claim;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunSummary;
import io.fluxlab.server.LabRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.RequestOutcome;
import io.fluxlab.server.ServerListener;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.log.AuditLog;
import io.fluxlab.server.transport.Door;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Counts what a server does, in a registry that stays the caller's. Thread-safe. */
public final class ServerMetrics implements ServerListener {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    /** Seconds, from what nobody feels to what everybody does. */
    private static final double[] BOUNDS = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    private final MeterRegistry registry;
    private final Labels labels;
    private final Map<Door, AtomicInteger> connections = new EnumMap<>(Door.class);
    private final AtomicInteger streams = new AtomicInteger();

    /**
     * @param workloads names that the lab knows
     * @param lanes likewise
     */
    public ServerMetrics(MeterRegistry registry, Set<String> workloads, Set<String> lanes) {
        this.registry = registry;
        this.labels = new Labels(workloads, lanes);
        for (Door door : Door.values()) {
            AtomicInteger open = new AtomicInteger();
            connections.put(door, open);
            Gauge.builder("fluxlab.connections", open, AtomicInteger::get)
                    .description("Connections that speak RSocket now")
                    .tag("door", door.id())
                    .register(registry);
        }
        Gauge.builder("fluxlab.streams", streams, AtomicInteger::get)
                .description("Requests that are being answered now")
                .register(registry);
    }

    /** Looks at a server until it is closed. */
    public LoopLag watch(LabServer server) {
        Gauge.builder("fluxlab.runs", server, LabServer::runs)
                .description("Runs and comparisons that go on now")
                .register(registry);
        Gauge.builder("fluxlab.runs.waiting", server, LabServer::waitingRuns)
                .description("Runs and comparisons that wait for their turn now")
                .register(registry);
        Timer lag = Timer.builder("fluxlab.loop.lag")
                .description("By how much the server's event loops are late")
                .register(registry);
        return new LoopLag(server.loops(), lag);
    }

    /**
     * Looks at what runs claim together.
     *
     * @param most what they may
     */
    public void watch(Supplier<Claim> claimed, Claim most) {
        claim("heap.bytes", "heap", claimed, most, Claim::heapBytes);
        claim("threads", "threads", claimed, most, Claim::threads);
        claim("descriptors", "descriptors", claimed, most, Claim::descriptors);
        claim(
                "processes",
                "child processes",
                claimed,
                most,
                claim -> claim.children().processes());
        claim(
                "processes.heap.bytes",
                "heap of child processes",
                claimed,
                most,
                claim -> claim.children().heapMegabytes() * MEGABYTE);
    }

    private void claim(String name, String what, Supplier<Claim> claimed, Claim most, ToDoubleFunction<Claim> part) {
        Gauge.builder("fluxlab.claimed." + name, () -> part.applyAsDouble(claimed.get()))
                .description("What runs claim together now: " + what)
                .register(registry);
        Gauge.builder("fluxlab.claimable." + name, () -> part.applyAsDouble(most))
                .description("What runs may claim together: " + what)
                .register(registry);
    }

    /**
     * Looks at what runs do to their bystanders.
     *
     * @param now the worst of all that are at work, over a short while
     */
    public void watchBystander(Supplier<Latency> now) {
        bystander("p99", "99th percentile", now, Latency::p99Nanos);
        bystander("max", "maximum", now, Latency::maxNanos);
    }

    private void bystander(String name, String what, Supplier<Latency> now, ToLongFunction<Latency> part) {
        Gauge.builder("fluxlab.bystander." + name + ".seconds", () -> part.applyAsLong(now.get()) / NANOS)
                .description("The bystander's " + what
                        + " in the worst of the runs at work, over a quarter of a second;" + " 0 where none is")
                .register(registry);
    }

    /** Looks at an audit log. */
    public void watch(AuditLog audit) {
        FunctionCounter.builder("fluxlab.audit.dropped", audit, AuditLog::dropped)
                .description("Lines that the audit log lacks")
                .register(registry);
    }

    @Override
    public void opened(Peer peer) {
        of(peer.door()).incrementAndGet();
    }

    @Override
    public void closed(Peer peer) {
        of(peer.door()).decrementAndGet();
    }

    private AtomicInteger of(Door door) {
        return Objects.requireNonNull(connections.get(door), "every door is counted");
    }

    @Override
    public void started(LabRequest request) {
        streams.incrementAndGet();
    }

    @Override
    public void finished(LabRequest request, RunSummary figures) {
        String lane = labels.lane(request.data());
        registry.timer("fluxlab.run.time", "lane", lane).record(figures.wallNanos(), TimeUnit.NANOSECONDS);
        DistributionSummary.builder("fluxlab.run.bystander.p99.seconds")
                .description("The bystander's 99th percentile in runs that have ended")
                .serviceLevelObjectives(BOUNDS)
                .tag("lane", lane)
                .register(registry)
                .record(figures.bystander().p99Nanos() / NANOS);
        List<CanaryReading> canaries = figures.canaries();
        if (canaries != null) {
            canaries.forEach(reading -> canary(lane, reading));
        }
    }

    private void canary(String lane, CanaryReading reading) {
        DistributionSummary.builder("fluxlab.run.canary.p99.seconds")
                .description("How late canaries were in runs that have ended, the 99th percentile")
                .serviceLevelObjectives(BOUNDS)
                .tag("lane", lane)
                .tag("canary", reading.canary().id())
                .register(registry)
                .record(reading.latency().p99Nanos() / NANOS);
    }

    @Override
    public void ended(LabRequest request, RequestOutcome outcome) {
        streams.decrementAndGet();
        registry.counter(
                        "fluxlab.requests",
                        "route",
                        request.route().id(),
                        "workload",
                        labels.workload(request.data()),
                        "lane",
                        labels.lane(request.data()),
                        "ending",
                        outcome.ending().id())
                .increment();
        ErrorBody why = outcome.error();
        if (why != null) {
            refused(why);
        }
    }

    @Override
    public void refused(Peer peer, ErrorBody why) {
        refused(why);
    }

    @Override
    public void refused(Caller caller, ErrorBody why) {
        refused(why);
    }

    /** Codes are the server's own. */
    private void refused(ErrorBody why) {
        registry.counter("fluxlab.refusals", "code", why.code()).increment();
    }
}
