package io.fluxlab.cluster.broker;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQSessionCreationException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;

/** Tells a connection's {@link Gate} that it has logged in, before its client hears of it. Thread-safe. */
final class Logins implements ActiveMQServerPlugin {

    /** Called where the token was right, and the session is not made yet. */
    @Override
    public void beforeCreateSession(
            String name,
            String user,
            int minLargeMessageSize,
            RemotingConnection connection,
            boolean autoCommitSends,
            boolean autoCommitAcks,
            boolean preAcknowledge,
            boolean xa,
            String defaultAddress,
            SessionCallback callback,
            boolean autoCreateQueues,
            OperationContext context,
            Map<SimpleString, RoutingType> prefixes)
            throws ActiveMQSessionCreationException {
        if (connection.getTransportConnection() instanceof NettyConnection network) {
            Gate gate = network.getChannel().pipeline().get(Gate.class);
            if (gate != null && !gate.logIn()) {
                throw new ActiveMQSessionCreationException("the coordinator has no place for another connection");
            }
        }
    }
}
