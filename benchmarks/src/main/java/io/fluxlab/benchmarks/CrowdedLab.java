package io.fluxlab.benchmarks;

import io.fluxlab.client.LabClient;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.quota.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** A served lab with room for many runs, and clients that are connected to it. Thread-safe. */
record CrowdedLab(Served served, List<LabClient> clients) implements AutoCloseable {

    private static final int CLIENTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static CrowdedLab forRuns(int runs) {
        ServerLimits limits = ServerLimits.defaults().withRuns(runs, 2 * runs).withSharing(Sharing.free());
        Served served = Served.over(LocalLab.create(), limits);
        List<LabClient> clients =
                Stream.generate(served::another).limit(CLIENTS).toList();
        clients.forEach(client -> client.lanes().blockLast(PATIENCE));
        return new CrowdedLab(served, clients);
    }

    /** So many of these at once, the clients in turn. */
    Crowd run(int runs, RunRequest request) {
        return new Crowd(Flux.range(0, runs)
                .flatMap(run -> Crowd.Visit.to(clients.get(run % CLIENTS).run(request)), runs)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow());
    }

    @Override
    public void close() {
        clients.forEach(LabClient::close);
        served.close();
    }
}
