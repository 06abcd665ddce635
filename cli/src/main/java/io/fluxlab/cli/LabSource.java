package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import java.net.URI;
import java.time.Duration;

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

    /**
     * The lab that was named, or one in this process, whose events come as they are: writing and reading them would take
     * CPUs from what is being measured.
     */
    Opened open(LabOptions options) {
        return options.server()
                .map(uri -> remote(uri, options))
                .orElseGet(() -> new Opened(LocalLab.create(), () -> {}));
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
