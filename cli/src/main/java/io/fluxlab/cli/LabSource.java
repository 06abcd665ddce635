package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.LabServer;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** Where a lab comes from. */
final class LabSource {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A lab, and what has to be closed with it. */
    record Opened(Lab lab, Runnable onClose) implements AutoCloseable {
        @Override
        public void close() {
            onClose.run();
        }
    }

    /** The lab that was named, or one in this process. */
    Opened open(LabOptions options) {
        return options.server().map(uri -> remote(uri, options)).orElseGet(LabSource::embedded);
    }

    /** The same where only lists are wanted: a lab in this process is there in no time. */
    Opened listing(LabOptions options) {
        return options.server()
                .map(uri -> remote(uri, options))
                .orElseGet(() -> new Opened(LocalLab.create(), () -> {}));
    }

    /** A server inside this process, so that every command goes the way over RSocket. */
    private static Opened embedded() {
        String name = "fluxlab-" + UUID.randomUUID();
        LabServer server =
                LabServer.local(LocalLab.create(), name).blockOptional().orElseThrow();
        LabClient client = LabClient.connect("local:" + name);
        return new Opened(
                client,
                () -> client.disposeLater().then(server.stop(Duration.ZERO)).block(PATIENCE));
    }

    private static Opened remote(URI uri, LabOptions options) {
        ClientOptions how = options.client();
        try {
            LabClient client = LabClient.connect(uri, how);
            return new Opened(client, () -> client.disposeLater().block(PATIENCE));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server: " + e.getMessage());
        }
    }
}
