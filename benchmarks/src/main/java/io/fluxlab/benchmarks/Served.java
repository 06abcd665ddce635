package io.fluxlab.benchmarks;

import io.fluxlab.client.LabClient;
import io.fluxlab.lab.Lab;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import java.time.Duration;

/** A lab that is served on loopback, and a client of it, as both are by default. Thread-safe. */
record Served(LabServer server, LabClient client) implements AutoCloseable {

    static Served over(Lab lab) {
        LabServer server = LabServer.start(lab, ServerSettings.defaults().withPorts(0, 0))
                .blockOptional()
                .orElseThrow();
        return new Served(
                server, LabClient.connect("tcp://127.0.0.1:" + server.address().getPort()));
    }

    @Override
    public void close() {
        client.close();
        server.stop(Duration.ZERO).block();
    }
}
