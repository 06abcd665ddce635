package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;

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
        return open(options, List.of());
    }

    /** The lab, with workloads of the user's own as far as it is in this process. */
    Opened open(LabOptions options, List<Workload<?>> own) {
        return options.server().map(uri -> remote(uri, options)).orElseGet(() -> new Opened(local(own), () -> {}));
    }

    private static Lab local(List<Workload<?>> own) {
        LocalLab.Builder lab = LocalLab.builder();
        own.forEach(lab::workload);
        return lab.build();
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
