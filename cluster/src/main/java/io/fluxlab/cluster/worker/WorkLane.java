package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.loop.LabThreads;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * One lane of a member: takes a group, has its tasks run, and sends what becomes of them. The last of it and the
 * acknowledgement of the group are one transaction: either both are done, or the group is not. On a thread of its own, until
 * the connection ends.
 */
final class WorkLane {

    private final int number;
    private final RunsHere runs;
    private final ClientSession session;
    private final ClientConsumer groups;
    private final ClientProducer results;

    /** A lane whose queue is there, and which takes nothing before {@link #start}. */
    WorkLane(Link link, String member, int number, RunsHere runs) throws ActiveMQException {
        this.number = number;
        this.runs = runs;
        this.session = link.transacted();
        String queue = Queues.work(member, number);
        session.createQueue(Queues.ofMember(queue));
        this.groups = session.createConsumer(queue);
        this.results = session.createProducer();
    }

    void start() throws ActiveMQException {
        session.start();
        Thread thread = new Thread(this::work, LabThreads.name("cluster-lane-" + number));
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            ClientMessage message = groups.receive();
            while (message != null) {
                run(Letter.of(Link.read(message)).read(TaskGroup.class));
                message.acknowledge();
                session.commit();
                message = groups.receive();
            }
        } catch (ActiveMQException e) {
            return; // the connection has ended, and whoever holds it knows
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(TaskGroup group) throws ActiveMQException, InterruptedException {
        RunHere run = runs.get(group.run());
        RunningGroup running = run == null ? null : run.begin(group, number);
        if (run == null || running == null) {
            return; // closed meanwhile
        }
        try {
            @Nullable Letter frame = running.nextFrame();
            while (frame != null) {
                Link.send(session, results, Queues.RESULTS, false, frame.bytes());
                if (!running.hasMore()) {
                    return;
                }
                session.commit();
                frame = running.nextFrame();
            }
        } finally {
            running.close();
            run.ended(running);
        }
    }
}
