package io.fluxlab.server.status;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.server.identity.Authentication;
import io.fluxlab.server.transport.Peer;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import reactor.core.publisher.Mono;

/** Decides who may see how a server fares. Thread-safe. */
@FunctionalInterface
public interface StatusAccess {

    /** Whoever asks from this machine itself, and nobody else. */
    StatusAccess LOOPBACK =
            (peer, forwarded) -> isHere(peer, forwarded) ? Mono.empty() : Mono.error(StatusAccess::onlyHere);

    /**
     * Whoever asks from this machine itself and shows nothing, and whoever shows what this authentication knows, in
     * whatever role.
     */
    static StatusAccess of(Authentication authentication) {
        return (peer, forwarded) -> peer.authorization().isEmpty() && isHere(peer, forwarded)
                ? Mono.empty()
                : authentication.authenticate(null, peer).then();
    }

    /**
     * Completes where somebody may; fails with a {@link RejectedRequestException} where not. Must not block.
     *
     * @param forwarded whether something passes the request on, such as a proxy on this machine, for whomever
     */
    Mono<Void> admit(Peer peer, boolean forwarded);

    private static RejectedRequestException onlyHere() {
        return new RejectedRequestException(
                "status-forbidden", "this page is for those who ask from the machine itself", List.of());
    }

    private static boolean isHere(Peer peer, boolean forwarded) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(peer.host());
        try {
            return !forwarded
                    && address != null
                    && InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it has neither 4 nor 16 bytes, and is no address at all
        }
    }
}
