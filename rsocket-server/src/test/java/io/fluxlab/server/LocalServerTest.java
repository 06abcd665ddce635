package io.fluxlab.server;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.wire.WireFormat;
import io.rsocket.transport.local.LocalClientTransport;
import java.util.Objects;
import java.util.UUID;

class LocalServerTest extends ServerContract {

    private final String name = UUID.randomUUID().toString();

    @Override
    LabServer serve() {
        return started(
                Objects.requireNonNull(LabServer.local(LocalLab.create(), name).block(PATIENCE)));
    }

    @Override
    Client connect(LabServer served) {
        return client(LocalClientTransport.create(name), WireFormat.JSON);
    }
}
