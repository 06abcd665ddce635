package io.fluxlab.server;

import io.fluxlab.wire.WireFormat;

class TcpCborServerTest extends ServerContract {

    @Override
    LabServer serve() {
        return serve(ServerLimits.defaults());
    }

    @Override
    Client connect(LabServer served) {
        return client(tcp(served.address()), WireFormat.CBOR);
    }
}
