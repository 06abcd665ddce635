package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
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

    /** The lab that was named, or one in this process. */
    Opened open(LabOptions options) {
        return options.server().map(LabSource::remote).orElseGet(() -> listing(options));
    }

    /** The same where only lists are wanted: a lab in this process is there in no time. */
    Opened listing(LabOptions options) {
        return options.server().map(LabSource::remote).orElseGet(() -> new Opened(LocalLab.create(), () -> {}));
    }

    private static Opened remote(URI uri) {
        try {
            LabClient client = LabClient.connect(uri);
            return new Opened(client, () -> client.disposeLater().block(PATIENCE));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server: " + e.getMessage());
        }
    }
}
