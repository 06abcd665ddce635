package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.wire.WireFormat;
import io.rsocket.RSocketErrorException;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.TcpClientTransport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Flux;
import reactor.netty.tcp.TcpClient;

/** Served labs and clients over TCP, closed after each test. */
abstract class ServerFixture {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<LabServer> servers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(Client::close);
        servers.forEach(server -> server.stop(Duration.ZERO).block(PATIENCE));
    }

    final LabServer serve(ServerLimits limits) {
        return serve(LocalLab.builder().limits(limits.perRun()).build(), limits);
    }

    final LabServer serve(Lab lab, ServerLimits limits) {
        return started(Objects.requireNonNull(
                LabServer.start(lab, settings().withLimits(limits)).block(PATIENCE)));
    }

    final LabServer serve(ServerLimits limits, ServerListener listener) {
        return serve(settings().withLimits(limits), listener);
    }

    final LabServer serve(ServerSettings settings, ServerListener listener) {
        Lab lab = LocalLab.builder().limits(settings.limits().perRun()).build();
        return started(Objects.requireNonNull(
                LabServer.of(lab, settings).listener(listener).start().block(PATIENCE)));
    }

    final LabServer started(LabServer server) {
        servers.add(server);
        return server;
    }

    static ServerSettings settings() {
        return ServerSettings.defaults().withPorts(0, 0);
    }

    final Client client(LabServer server) {
        return client(tcp(server.address()), WireFormat.JSON);
    }

    final Client client(ClientTransport transport, WireFormat format) {
        return opened(Client.connect(transport, format));
    }

    final Client opened(Client client) {
        clients.add(client);
        return client;
    }

    static ClientTransport tcp(InetSocketAddress address) {
        return TcpClientTransport.create(TcpClient.newConnection().remoteAddress(() -> address));
    }

    static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }

    static List<JsonNode> all(Flux<JsonNode> events) {
        return Objects.requireNonNull(events.collectList().block(PATIENCE));
    }

    static JsonNode last(Flux<JsonNode> events) {
        return Objects.requireNonNull(events.blockLast(PATIENCE));
    }

    /** The body of the error frame that a stream ends with, which must have this code. */
    static JsonNode errorOf(Flux<?> stream, int frameCode) {
        RSocketErrorException error =
                catchThrowableOfType(RSocketErrorException.class, () -> stream.blockLast(PATIENCE));
        assertThat(error).as("error frame").isNotNull();
        assertThat(error.errorCode()).as(error.getMessage()).isEqualTo(frameCode);
        try {
            return new ObjectMapper().readTree(error.getMessage());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + error.getMessage(), e);
        }
    }

    static void assertServed(Client client) {
        assertThat(all(client.stream("lab.lanes", null))).isNotEmpty();
    }
}
