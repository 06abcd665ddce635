package io.fluxlab.server.status;

import io.fluxlab.server.transport.Peer;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Decides who may see how a server fares. Thread-safe. */
@FunctionalInterface
public interface StatusAccess {

    /**
     * Whoever asks from this machine, and nobody else. A proxy on this machine makes everybody one who asks from it: it
     * must not pass these pages on.
     */
    StatusAccess LOOPBACK = (peer, authorization) -> Mono.just(isLoopback(peer.host()));

    /**
     * Whether somebody may; must not block.
     *
     * @param authorization the header of that name, null where there is none
     */
    Mono<Boolean> admits(Peer peer, @Nullable String authorization);

    /** Whether a numeric address is this machine's own. */
    private static boolean isLoopback(String host) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        try {
            return address != null && InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it has neither 4 nor 16 bytes, and is no address at all
        }
    }
}
