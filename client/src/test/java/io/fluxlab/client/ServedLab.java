package io.fluxlab.client;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** A lab that a server serves on free ports and within this JVM; beside the usual workloads it has endless ones. */
final class ServedLab implements AutoCloseable {

    /** One task that emits 0, 1, 2 and so on as long as it is asked. */
    static final RunRequest ENDLESS = RunRequest.of("endless", "parallel").with(Map.of("tasks", 1, "calls", 1));

    /** The same again. */
    static final RunRequest OTHER_ENDLESS =
            RunRequest.of("other-endless", "parallel").with(Map.of("tasks", 1, "calls", 1));

    private final String name = "served-lab-" + UUID.randomUUID();

    private final AtomicLong emitted = new AtomicLong();
    private final LabServer network;
    private final LabServer local;

    private ServedLab(ServerSettings settings) {
        LocalLab lab = LocalLab.builder()
                .workload(endless("endless", emitted))
                .workload(endless("other-endless", new AtomicLong()))
                .build();
        network = LabServer.start(lab, settings).block();
        local = LabServer.local(lab, name).block();
    }

    static ServedLab start() {
        return on(0);
    }

    static ServedLab on(int tcpPort) {
        return new ServedLab(ServerSettings.defaults().withPorts(tcpPort, 0));
    }

    int tcpPort() {
        return network.address().getPort();
    }

    URI uri(String scheme) {
        return URI.create(
                switch (scheme) {
                    case "tcp" -> "tcp://127.0.0.1:" + tcpPort();
                    case "ws" -> "ws://127.0.0.1:" + network.httpAddress().getPort();
                    default -> "local:" + name;
                });
    }

    /** Runs that go on. */
    int runs() {
        return network.runs() + local.runs();
    }

    /** How many items the runs of {@link #ENDLESS} have emitted. */
    long emitted() {
        return emitted.get();
    }

    @Override
    public void close() {
        network.stop(Duration.ZERO).and(local.stop(Duration.ZERO)).block();
    }

    private static Workload<?> endless(String workload, AtomicLong emitted) {
        return Workload.of(workload, Flux.<Long>generate(sink -> sink.next(emitted.getAndIncrement())));
    }
}
