package io.fluxlab.server;

import io.fluxlab.wire.WireFormat;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.net.URI;

class WebSocketJsonServerTest extends ServerContract {

    @Override
    LabServer serve() {
        return serve(ServerLimits.defaults());
    }

    @Override
    Client connect(LabServer served) {
        return client(
                WebsocketClientTransport.create(
                        URI.create("ws://127.0.0.1:" + served.httpAddress().getPort() + "/rsocket")),
                WireFormat.JSON);
    }
}
