package io.fluxlab.cluster.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * How one gets in. Immutable.
 *
 * @param address where the coordinator listens
 * @param token what lets a worker in
 * @param tls what both sides show each other; empty where the connection is not encrypted
 */
public record Access(Address address, String token, Optional<Tls> tls) {

    /** In clear, on this machine. */
    public static Access onLoopback(Address address, String token) {
        return new Access(address, token, Optional.empty());
    }

    /** What Artemis wants to know of a transport, on either side. */
    public Map<String, Object> transport() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, address.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, address.port());
        parameters.put(
                TransportConstants.USE_EPOLL_PROP_NAME, false); // the platform's own sockets are not on the class path
        parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        tls.ifPresent(each -> each.addTo(parameters));
        return parameters;
    }

    @Override
    public String toString() {
        return address.toString(); // a token is nobody's to read
    }
}
