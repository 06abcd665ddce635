package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Beat;
import io.fluxlab.cluster.message.Credit;
import io.fluxlab.cluster.message.Hello;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.RunAt;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.loop.HomeLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** A worker as a member, from its joining to the end of its connection. Confined to the thread that serves, but for {@link #close}. */
final class Membership implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Link link;
    private final Hello hello;
    private final RunsHere runs;
    private final Outbox out;
    private final ClientConsumer control;
    private final List<WorkLane> lanes = new ArrayList<>();
    private final Disposable beats;

    /** How a membership has ended. */
    enum End {
        /** The connection is gone: it may join again. */
        LOST,
        /** The coordinator does not want it. */
        REFUSED,
        /** It has been told to go, and has nothing left to do. */
        DRAINED
    }

    /** Joins; blocks until the connection is there. */
    Membership(Access access, Hello hello, boolean anyVersion, HomeLoop home, Scheduler clock)
            throws ActiveMQException {
        this.hello = hello;
        this.link = Link.to(access);
        try {
            this.out = new Outbox(link);
            this.runs = new RunsHere(hello.member(), home, clock, anyVersion, out);
            ClientSession session = link.session();
            session.createQueue(Queues.ofMember(Queues.control(hello.member())));
            this.control = session.createConsumer(Queues.control(hello.member()));
            for (int lane = 1; lane <= hello.lanes(); lane++) {
                lanes.add(new WorkLane(link, hello.member(), lane, runs));
            }
            session.start();
            out.accept(Letter.of(Kind.HELLO, hello));
            this.beats =
                    Flux.interval(BEAT, clock).onBackpressureDrop().subscribe(tick -> beat(), error -> link.close());
        } catch (ActiveMQException e) {
            link.close();
            throw e;
        }
    }

    private void beat() {
        out.accept(Letter.of(Kind.BEAT, new Beat(hello.member(), runs.uses(), runs.progress())));
    }

    /** Does what the coordinator says, until the membership ends; tells what it is told. Blocks. */
    End serve(WorkerNode.Listener listener) throws ActiveMQException {
        ClientMessage message = control.receive();
        while (message != null) {
            Letter letter = Letter.of(Link.read(message));
            message.acknowledge();
            switch (letter.kind()) {
                case WELCOME -> {
                    for (WorkLane lane : lanes) {
                        lane.start();
                    }
                    listener.joined(hello.member());
                }
                case REFUSED -> {
                    listener.refused(letter.read(Told.class).message());
                    return End.REFUSED;
                }
                case DRAIN -> {
                    return End.DRAINED;
                }
                case OPEN -> runs.open(letter.read(OpenRun.class));
                case CLOSE -> runs.close(letter.read(RunAt.class).run());
                case USE -> runs.use(letter.read(RunAt.class).run());
                case PING -> out.accept(new Letter(Kind.PONG, letter.content()));
                case CREDIT -> credit(letter.read(Credit.class));
                case CANCEL -> cancel(letter.read(Credit.class));
                case HELLO, OPENED, NOT_OPENED, CLOSED, GROUP, FRAME, USED, BEAT, ASK, ANSWER, PONG ->
                    throw new IllegalStateException("not for a worker: " + letter.kind());
            }
            message = control.receive();
        }
        return End.LOST;
    }

    private void credit(Credit credit) {
        RunningGroup group = runs.group(credit.dispatch());
        if (group != null) {
            group.allow(credit.task(), credit.limit());
        }
    }

    private void cancel(Credit credit) {
        RunningGroup group = runs.group(credit.dispatch());
        if (group != null) {
            group.cancel(credit.task());
        }
    }

    /** Leaves: stops all that runs here. Blocks as long as tasks take to let go, and no longer than a moment. */
    @Override
    public void close() {
        beats.dispose();
        link.close();
        // Not by the clock: the node that closes beside this may have ended it.
        runs.closeAll()
                .toFuture()
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
