package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMRegistry;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/** A broker in this JVM: one way in over the network, and one for whoever is here. Thread-safe. Whoever opens it closes it. */
public final class Broker implements AutoCloseable {

    /** Brokers in one JVM are told apart by a number. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_878);

    private static final String NETWORK = "network";
    private static final int TOKEN_BYTES = 24;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final int number = NUMBERS.incrementAndGet();
    private final String ownToken = newToken();
    private final ActiveMQServer server;
    private final Access access;
    private @Nullable Entrance entrance;

    private Broker(Access access, EntryLimits limits, Departures departures, Refusals refusals)
            throws ActiveMQException {
        this.server = new ActiveMQServerImpl(
                configuration(access),
                null,
                new Doorkeeper(ownToken, given -> Doorkeeper.same(access.token(), given), refusals));
        server.registerBrokerPlugin(departures);
        server.registerBrokerPlugin(new Logins());
        try {
            server.start();
            server.createQueue(QueueConfiguration.of(Queues.RESULTS)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(false)
                    .setAutoCreateAddress(true));
            NettyAcceptor network = (NettyAcceptor) server.getRemotingService().getAcceptor(NETWORK);
            Entrance opened = new Entrance(access.address(), network, new Places(limits, refusals));
            this.entrance = opened;
            this.access = new Access(access.address().at(opened.port()), access.token(), access.tls());
        } catch (Exception e) { // it is declared so
            close();
            throw e instanceof ActiveMQException known ? known : new ActiveMQException(String.valueOf(e.getMessage()));
        }
    }

    /** Starts a broker that listens there; blocks until it does. Departures are told on the broker's threads. */
    public static Broker open(Access access, EntryLimits limits, Departures departures, Refusals refusals)
            throws ActiveMQException {
        return new Broker(access, limits, departures, refusals);
    }

    /** A secret that nobody guesses. */
    public static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    private Configuration configuration(Access access) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("fluxlab-cluster-" + number)
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setGracefulShutdownEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .setAuthenticationCacheSize(0) // a wrong token is refused, and counted, each time
                .setClusterPassword(newToken()); // the one that Artemis comes with is known to everybody
        Map<String, Object> network = access.transport();
        network.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
        // It is given the connections that the entrance has accepted, and listens nowhere itself.
        network.put(TransportConstants.HTTP_UPGRADE_ENABLED_PROP_NAME, true);
        network.put(TransportConstants.HANDSHAKE_TIMEOUT, 0); // the gate has its own
        configuration.addAcceptorConfiguration(transport(NettyAcceptorFactory.class, network, NETWORK));
        configuration.addAcceptorConfiguration(
                transport(InVMAcceptorFactory.class, Map.of("serverId", number), "inside"));
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAutoCreateQueues(false)
                        .setAutoCreateAddresses(true)
                        .setAutoDeleteAddresses(true)
                        .setDeadLetterAddress(SimpleString.of(Queues.DEAD))
                        .setExpiryAddress(SimpleString.of(Queues.DEAD))
                        .setMaxSizeBytes(MOST_BYTES));
        return configuration;
    }

    private static org.apache.activemq.artemis.api.core.TransportConfiguration transport(
            Class<?> factory, Map<String, Object> parameters, String name) {
        return new org.apache.activemq.artemis.api.core.TransportConfiguration(factory.getName(), parameters, name);
    }

    /** How workers get in. */
    public Access access() {
        return access;
    }

    /** A connection from within this JVM. */
    public Link inside() throws ActiveMQException {
        return Link.inside(number, ownToken);
    }

    /** Removes a member's queue and whoever listens there: a member that is silent has lost its place. */
    public void remove(String queue) {
        try {
            server.destroyQueue(SimpleString.of(queue), null, false, true);
        } catch (Exception e) { // it is declared so, and it may have gone by itself
            return;
        }
    }

    @Override
    public void close() {
        Entrance opened = entrance;
        if (opened != null) {
            opened.shut();
        }
        try {
            server.stop(false, true);
        } catch (Exception e) { // it is declared so
            throw new IllegalStateException("the broker does not stop: " + e.getMessage(), e);
        } finally {
            if (opened != null) {
                opened.close();
            }
            if (InVMRegistry.instance.size() == 0) {
                InVMConnector.resetThreadPool(); // all connections within this JVM share it, and there are none
            }
        }
    }
}
