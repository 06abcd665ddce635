package io.fluxlab.cluster.inquiry;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Answer;
import io.fluxlab.cluster.message.Ask;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.MemberState;
import io.fluxlab.error.BrokenRunException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/** Asks a coordinator, each time over a connection of its own. Immutable; its methods block. */
public final class Inquiry {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Access access;

    /** Asks whoever is there. */
    public Inquiry(Access access) {
        this.access = access;
    }

    /**
     * Who has joined.
     *
     * @throws ActiveMQException where the coordinator can't be reached, or lets nobody in with this token
     */
    public List<MemberState> members() throws ActiveMQException {
        return ask(null).members();
    }

    /** Has a member take no more groups, and leave when it has none; whether there is such a member. */
    public boolean drain(String member) throws ActiveMQException {
        return ask(member).found();
    }

    private Answer ask(@Nullable String drain) throws ActiveMQException {
        String asker = "asker-" + UUID.randomUUID();
        try (Link link = Link.to(access);
                ClientSession session = link.session()) {
            session.createQueue(Queues.ofMember(Queues.control(asker)));
            try (ClientConsumer answers = session.createConsumer(Queues.control(asker))) {
                session.start();
                Letter question = Letter.of(Kind.ASK, new Ask(asker, drain));
                Link.send(session, session.createProducer(), Queues.RESULTS, false, question.bytes());
                ClientMessage answer = answers.receive(PATIENCE.toMillis());
                if (answer == null) {
                    throw new BrokenRunException(
                            "no-answer",
                            "the coordinator at %s did not answer within %d s"
                                    .formatted(access.address(), PATIENCE.toSeconds()));
                }
                answer.acknowledge();
                return Letter.of(Link.read(answer)).read(Answer.class);
            }
        }
    }
}
