package io.fluxlab.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lab to ask. */
final class LabOptions {

    @Option(
            names = "--server",
            paramLabel = "URI",
            description = "A running server, tcp://host:port or ws://host:port/rsocket; without it, one inside this "
                    + "command.")
    private @Nullable URI server;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private final ClasspathOption classpath = new ClasspathOption();

    Optional<URI> server() {
        return Optional.ofNullable(server);
    }
}
