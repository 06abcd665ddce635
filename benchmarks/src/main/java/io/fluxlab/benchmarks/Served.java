package io.fluxlab.benchmarks;

import io.fluxlab.client.LabClient;
import io.fluxlab.lab.Lab;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.ServerSettings;
import java.time.Duration;

/** A lab that is served on loopback, and a client of it, as both are by default. Thread-safe. */
record Served(LabServer server, LabClient client) implements AutoCloseable {

    static Served over(Lab lab) {
        return over(lab, ServerLimits.defaults());
    }

    static Served over(Lab lab, ServerLimits limits) {
        ServerSettings settings = ServerSettings.defaults().withPorts(0, 0).withLimits(limits);
        LabServer server = LabServer.start(lab, settings).blockOptional().orElseThrow();
        return new Served(server, client(server));
    }

    /** One more client, which whoever asks for it closes. */
    LabClient another() {
        return client(server);
    }

    private static LabClient client(LabServer server) {
        return LabClient.connect("tcp://127.0.0.1:" + server.address().getPort());
    }

    @Override
    public void close() {
        client.close();
        server.stop(Duration.ZERO).block();
    }
}
