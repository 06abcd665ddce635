package io.fluxlab.cluster.link;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;

/**
 * One connection to a broker, with threads of its own. It does not come back by itself: what was sent over one that is lost
 * is not known to have arrived, so that whoever used it begins again. Thread-safe; the sessions that it makes are not.
 */
public final class Link implements AutoCloseable {

    /** What those in the coordinator's own JVM are called. */
    public static final String COORDINATOR = "coordinator";

    /** What workers are called; who they are, their hello says. */
    public static final String WORKER = "worker";

    /** How long a connection may be silent before either side gives it up. */
    public static final int TTL_MILLIS = 10_000;

    /** From how many bytes on a message is sent in pieces; below, it is one frame. */
    public static final int LARGE_BYTES = 64 * 1024 * 1024;

    private static final int CHECK_MILLIS = 2_000;

    /** How long a call over the network may take: a handshake that failed is not always told to whoever waits. */
    private static final int CALL_MILLIS = 5_000;

    private static final int WINDOW_BYTES = 1024 * 1024;

    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final String user;
    private final String password;

    private Link(ServerLocator locator, String user, String password) throws ActiveMQException {
        this.locator = locator;
        this.user = user;
        this.password = password;
        try {
            this.factory = locator.createSessionFactory();
        } catch (Exception e) { // it is declared so
            locator.close();
            throw e instanceof ActiveMQException known ? known : new ActiveMQException(String.valueOf(e.getMessage()));
        }
    }

    /** Connects over the network; blocks until it is there. */
    public static Link to(Access access) throws ActiveMQException {
        return open(
                new TransportConfiguration(NettyConnectorFactory.class.getName(), access.transport()),
                WORKER,
                access.token());
    }

    /** Connects to a broker in this JVM. */
    public static Link inside(int broker, String token) throws ActiveMQException {
        return open(
                new TransportConfiguration(InVMConnectorFactory.class.getName(), Map.of("serverId", broker)),
                COORDINATOR,
                token);
    }

    private static Link open(TransportConfiguration transport, String user, String password) throws ActiveMQException {
        ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(transport);
        locator.setUseGlobalPools(false)
                .setThreadPoolMaxSize(4)
                .setScheduledThreadPoolMaxSize(1)
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setConnectionTTL(TTL_MILLIS)
                .setCallTimeout(CALL_MILLIS)
                .setClientFailureCheckPeriod(CHECK_MILLIS)
                .setConsumerWindowSize(WINDOW_BYTES) // a lane has one group at a time anyway
                .setProducerWindowSize(-1) // demand bounds what is on its way
                .setBlockOnAcknowledge(false)
                .setBlockOnNonDurableSend(false)
                .setMinLargeMessageSize(LARGE_BYTES);
        return new Link(locator, user, password);
    }

    /** A session whose sends are done at once. */
    public ClientSession session() throws ActiveMQException {
        return factory.createSession(user, password, false, true, true, false, 0);
    }

    /** A session whose sends and acknowledgements are done when it is committed, all or none. */
    public ClientSession transacted() throws ActiveMQException {
        return factory.createSession(user, password, false, false, false, false, 0);
    }

    /** Sends bytes, and returns how many there are with the message's headers; the session's thread. */
    public static int send(ClientSession session, ClientProducer producer, String queue, boolean durable, byte[] bytes)
            throws ActiveMQException {
        ClientMessage message = session.createMessage(durable);
        message.getBodyBuffer().writeBytes(bytes);
        producer.send(queue, message);
        return size(message);
    }

    /** How many bytes a message has with its headers. */
    public static int size(ClientMessage message) {
        return message.getEncodeSize();
    }

    /** What a message carries. */
    public static byte[] read(ClientMessage message) {
        byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
        message.getBodyBuffer().readBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        factory.close();
        locator.close();
    }
}
