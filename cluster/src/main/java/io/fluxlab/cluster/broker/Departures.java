package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.link.Queues;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;

/** Hears which members have gone: nobody listens at their control queue any more. Thread-safe. */
public final class Departures implements ActiveMQServerPlugin {

    private final Consumer<String> gone;

    /** Tells the name of each member that has gone, on the broker's threads. */
    public Departures(Consumer<String> gone) {
        this.gone = gone;
    }

    /** See {@link ActiveMQServerConsumerPlugin}. */
    @Override
    public void afterCloseConsumer(ServerConsumer consumer, boolean failed) {
        String member = Queues.memberOf(consumer.getQueueName().toString());
        if (!member.isEmpty()) {
            gone.accept(member);
        }
    }
}
