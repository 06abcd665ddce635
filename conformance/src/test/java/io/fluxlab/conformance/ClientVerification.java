package io.fluxlab.conformance;

import io.fluxlab.client.LabClient;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.server.quota.Sharing;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A lab that is served, and a client of it: with what both make of demand, cancel and errors. */
@Test
public abstract class ClientVerification<T> extends LabPublisherVerification<T> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Function<LabServer, String> address;
    private LabServer server;
    private LabClient client;

    ClientVerification(Function<LabServer, String> address) {
        this.address = address;
    }

    static String tcp(LabServer server) {
        return "tcp://127.0.0.1:" + server.address().getPort();
    }

    static String webSocket(LabServer server) {
        return "ws://127.0.0.1:" + server.httpAddress().getPort();
    }

    /** None: a request goes out with the first demand, and no lab can refuse what it has not heard of. */
    @Override
    public final Publisher<T> createFailedPublisher() {
        return null;
    }

    @Override
    final Flux<T> failing() {
        return Flux.empty();
    }

    LabClient client() {
        return client;
    }

    @BeforeClass
    public void serve() {
        server = Objects.requireNonNull(LabServer.start(
                        LocalLab.create(),
                        ServerSettings.defaults().withPorts(0, 0).withLimits(wide()))
                .block(PATIENCE));
        client = LabClient.connect(address.apply(server));
    }

    /** Several rules leave streams open, which then hold their runs until the connection ends. */
    private static ServerLimits wide() {
        ServerLimits usual = ServerLimits.defaults();
        return new ServerLimits(usual.transport(), 256, 256, usual.concurrencyPerRun(), RunLimits.NONE, Sharing.free());
    }

    @AfterClass
    public void stop() {
        client.disposeLater().block(PATIENCE);
        server.stop(Duration.ZERO).block(PATIENCE);
    }
}
