package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.Hello;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A worker in this JVM: joins a coordinator, and joins again wherever the connection is lost, until it is refused, drained or
 * closed. Thread-safe. Whoever makes it closes it.
 */
public final class WorkerNode implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(200);

    private final Access access;
    private final WorkerSettings settings;
    private final Listener listener;
    private final HomeLoop home = HomeLoop.open(LabThreads.name("cluster-home"));
    private final Scheduler clock = Schedulers.newSingle(LabThreads.name("cluster-clock"), true);
    private final AtomicReference<@Nullable Membership> membership = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int joins;

    /** Who hears how a worker fares. Called on the worker's thread. */
    public interface Listener {

        /** It is a member, under this name. */
        void joined(String member);

        /** The connection is not there, or not any more; it goes on trying. */
        void lost(String reason);

        /** The coordinator does not want it. */
        void refused(String reason);

        /** It can't get in, and trying again would change nothing: it is refused, where nobody wants to know how. */
        default void shutOut(LinkProblem problem) {
            refused(problem.text());
        }

        /** It was told to go, and has gone. */
        void drained();
    }

    /** A worker that has not joined. */
    public WorkerNode(Access access, WorkerSettings settings, Listener listener) {
        this.access = access;
        this.settings = settings;
        this.listener = listener;
    }

    /** Works on this thread until it is refused, drained or closed. */
    public void work() {
        Thread rehearsal = new Thread(this::rehearse, LabThreads.name("cluster-rehearsal"));
        rehearsal.setDaemon(true);
        rehearsal.start();
        while (closed.getCount() > 0 && serve() == Membership.End.LOST) {
            pause();
        }
    }

    private void rehearse() {
        new Rehearsal(home, clock).run().subscribe(nothing -> {}, error -> {});
    }

    private Membership.End serve() {
        try (Membership member = new Membership(access, hello(), settings.anyVersion(), home, clock)) {
            membership.set(member);
            Membership.End end = closed.getCount() == 0 ? Membership.End.DRAINED : member.serve(listener);
            if (end == Membership.End.LOST) {
                listener.lost("the connection to %s has ended".formatted(access.address()));
            } else if (end == Membership.End.DRAINED) {
                listener.drained();
            }
            return end;
        } catch (ActiveMQException e) {
            return noWayIn(LinkProblem.of(access, e));
        } finally {
            membership.set(null);
        }
    }

    private Membership.End noWayIn(LinkProblem problem) {
        if (problem.mayPass()) {
            listener.lost(problem.at(access.address()));
            return Membership.End.LOST;
        }
        listener.shutOut(problem);
        return Membership.End.REFUSED;
    }

    private Hello hello() {
        joins++;
        String host = host();
        long pid = ProcessHandle.current().pid();
        return new Hello("%s-%d-%d".formatted(host, pid, joins), host, pid, settings.lanes(), Build.here());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }

    private void pause() {
        try {
            boolean unused = closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Leaves, and ends what runs here; {@link #work} returns soon. */
    @Override
    public void close() {
        closed.countDown();
        Membership member = membership.get();
        if (member != null) {
            member.close();
        }
        clock.dispose();
        home.close().subscribe(nothing -> {}, error -> {});
    }
}
