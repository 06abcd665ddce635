package io.fluxlab.cli;

import io.fluxlab.claim.Claim;
import io.fluxlab.cluster.broker.Refusals;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.log.AuditLog;
import io.fluxlab.server.metrics.LoopLag;
import io.fluxlab.server.metrics.ServerMetrics;
import io.fluxlab.server.status.StatusPages;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The figures of a server that this command runs, and the pages that show them. */
final class Status implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Scheduler scheduler = Schedulers.newSingle("fluxlab-status", true);
    private final ServerMetrics metrics;
    private volatile @Nullable LabServer server;
    private @Nullable LoopLag lag;

    private Status(Set<String> workloads, Set<String> lanes) {
        this.metrics = new ServerMetrics(registry, workloads, lanes);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Of a server of this lab. */
    static Status of(Lab lab) {
        return new Status(
                names(lab.workloads().map(WorkloadInfo::name)),
                names(lab.lanes().map(LaneInfo::name)));
    }

    private static Set<String> names(Flux<String> names) {
        return new HashSet<>(names.collectList().blockOptional().orElseThrow());
    }

    /** Looks at what runs claim and do to their bystanders, and at the audit log. */
    void watch(LocalLab lab, Claim most, Optional<AuditLog> audit) {
        metrics.watch(lab::claimed, most);
        metrics.watchBystander(lab::bystander);
        audit.ifPresent(metrics::watch);
    }

    /** Looks at a cluster: who has joined, and who was not let in. */
    void watch(Coordinator coordinator) {
        Gauge.builder("fluxlab.cluster.members", () -> coordinator.members().size())
                .description("Workers that have joined and are there now")
                .register(registry);
        for (Refusals.Cause cause : Refusals.Cause.values()) {
            FunctionCounter.builder("fluxlab.cluster.refusals", coordinator.refusals(), refusals -> refusals.of(cause))
                    .description("Connections and workers that the coordinator did not let in")
                    .tag("code", cause.code())
                    .register(registry);
        }
    }

    /** A server with these figures and pages. */
    LabServer.Builder with(LabServer.Builder starting) {
        return starting.listener(metrics)
                .status(access -> new StatusPages(access, this::isStopping, registry::scrape, scheduler));
    }

    /** Looks at the server, which has started. */
    void watch(LabServer started) {
        server = started;
        lag = metrics.watch(started);
    }

    private boolean isStopping() {
        LabServer watched = server;
        return watched != null && watched.isStopping();
    }

    @Override
    public void close() {
        if (lag != null) {
            lag.close();
        }
        collections.close();
        scheduler.dispose();
        registry.close();
    }
}
