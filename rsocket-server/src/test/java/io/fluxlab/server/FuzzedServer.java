package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.fuzz.ContractErrors;
import io.fluxlab.server.fuzz.Mishaps;
import io.fluxlab.wire.WireFormat;
import io.rsocket.Payload;
import io.rsocket.RSocketErrorException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A served lab that runs nothing, the clients through which a fuzzer talks to it, and one that talks sense. */
final class FuzzedServer implements AutoCloseable {

    private static final int BETWEEN_CHECKS = 100;

    private final LabServer server;
    private final Client json;
    private final Client cbor;
    private final Client bystander;
    private int inputs;

    private FuzzedServer() {
        Mishaps.watch();
        ServerLimits limits = ServerLimits.defaults();
        server = Objects.requireNonNull(LabServer.start(
                        new IdleLab(LocalLab.builder().limits(limits.perRun()).build()),
                        ServerFixture.settings().withLimits(limits))
                .block(ServerFixture.PATIENCE));
        json = client(WireFormat.JSON);
        cbor = client(WireFormat.CBOR);
        bystander = client(WireFormat.JSON);
    }

    static FuzzedServer start() {
        return new FuzzedServer();
    }

    private Client client(WireFormat format) {
        return Client.connect(ServerFixture.tcp(server.address()), format);
    }

    InetSocketAddress httpAddress() {
        return server.httpAddress();
    }

    /** The client of this format, for payloads of any kind. */
    Client client(boolean isCbor) {
        return isCbor ? cbor : json;
    }

    /** Waits for the first answer; fails where it is an error that the contract does not know, or none comes. */
    void expectAnswer(Publisher<Payload> answers) {
        try {
            Mono.from(answers).block(ServerFixture.PATIENCE);
        } catch (RSocketErrorException e) {
            ContractErrors.check(e.errorCode(), String.valueOf(e.getMessage()));
        }
        expectNobodyNoticed();
    }

    /** Fails where something went wrong that no client is told, or where the client beside it is not served. */
    void expectNobodyNoticed() {
        if (++inputs % BETWEEN_CHECKS == 0) {
            ServerFixture.assertServed(bystander);
        }
        assertThat(Mishaps.take()).isEmpty();
    }

    @Override
    public void close() {
        json.close();
        cbor.close();
        bystander.close();
        server.stop(Duration.ZERO).block(ServerFixture.PATIENCE);
    }
}
