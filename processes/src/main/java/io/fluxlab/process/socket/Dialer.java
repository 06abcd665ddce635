package io.fluxlab.process.socket;

import io.rsocket.RSocket;
import io.rsocket.core.RSocketServer;
import io.rsocket.exceptions.RejectedSetupException;
import io.rsocket.frame.decoder.PayloadDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/** How an invited child meets its parent. Stateless; thread-safe. */
public final class Dialer {

    private Dialer() {}

    /**
     * Connects, and answers what the parent asks. Starts at subscription; completes when the connection has ended, and
     * fails where there was none or the one there is not the parent.
     */
    public static Mono<Void> serve(Invitation invitation, RSocket responder) {
        return Mono.fromCallable(() -> connect(invitation))
                .flatMap(connection -> RSocketServer.create(
                                (setup, parent) -> Invitation.same(setup.getDataUtf8(), invitation.secret())
                                        ? Mono.just(responder)
                                        : Mono.error(new RejectedSetupException("not the parent")))
                        .payloadDecoder(PayloadDecoder.DEFAULT)
                        .fragment(Rendezvous.FRAGMENT_BYTES)
                        .maxInboundPayloadSize(Integer.MAX_VALUE)
                        .asConnectionAcceptor()
                        .apply(connection)
                        .then(connection.onClose()));
    }

    private static BlockingConnection connect(Invitation invitation) throws IOException {
        ParentAddress address = ParentAddress.parse(invitation.address());
        SocketChannel channel = SocketChannel.open(address.socket());
        try {
            address.tune(channel);
            channel.write(ByteBuffer.wrap(invitation.token().getBytes(StandardCharsets.US_ASCII)));
            return new BlockingConnection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
