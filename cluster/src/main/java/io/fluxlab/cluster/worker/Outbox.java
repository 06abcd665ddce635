package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Letter;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** What a member says to the coordinator beside its results. Thread-safe. */
final class Outbox implements Consumer<Letter> {

    private final ClientSession session;
    private final ClientProducer producer;

    Outbox(Link link) throws ActiveMQException {
        this.session = link.session();
        this.producer = session.createProducer();
    }

    /** Sends it; where the connection is gone, the coordinator knows more than that. */
    @Override
    public synchronized void accept(Letter letter) {
        try {
            Link.send(session, producer, Queues.RESULTS, false, letter.bytes());
        } catch (ActiveMQException e) {
            return; // see above
        }
    }
}
