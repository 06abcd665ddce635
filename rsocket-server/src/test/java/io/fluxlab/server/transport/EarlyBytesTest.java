package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.server.fuzz.Exchange;
import io.fluxlab.server.fuzz.Parts;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is sent before an upgrade is answered; the leak check after this class tells what became of the buffers. */
class EarlyBytesTest extends GuardFixture {

    @Override
    Wire wire() {
        return Wire.WEBSOCKET;
    }

    @Test
    void framesBehindTheUpgradeEndTheConnectionAndAreNotKept() {
        InetSocketAddress address = serve(limits());
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        together.writeBytes(WebSocketScript.UPGRADE);
        together.writeBytes(WebSocketScript.messages(Parts.script(FrameScript.AFTER_SET_UP, Frames.keepAlive())));
        for (int i = 0; i < 20; i++) {
            assertThat(new String(Exchange.of(address, together.toByteArray()), StandardCharsets.ISO_8859_1))
                    .matches("(?s)(HTTP/1.1 101 .*)?");
        }
        assertServed(client(address));
    }
}
