package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.broker.Refusals;
import io.fluxlab.cluster.journal.JournaledRun;
import io.fluxlab.cluster.journal.RunJournal;
import io.fluxlab.cluster.message.Beat.Progress;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.cluster.message.Used;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.kept.LastingRun;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.Workload;
import java.util.HashSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** What a session has once it has a coordinator. Confined to the session's loop, which it brings whatever comes to. */
final class OpenedRun implements RunInbox {

    private final ClusterSession session;
    private final Coordinator coordinator;
    private final long run;
    private final Plan plan;
    private final OpenPlaces places;
    private final RunTraffic traffic;
    private final Set<String> awaited = new HashSet<>();
    private final @Nullable JournaledRun journal;
    private @Nullable Dispatcher dispatcher;
    private @Nullable MonoSink<Void> opening;
    private @Nullable MonoSink<Void> answering;
    private int toOpen;

    OpenedRun(ClusterSession session, Coordinator coordinator, Subject subject, Optional<LastingRun> lasting) {
        this.session = session;
        this.coordinator = coordinator;
        this.run = coordinator.newNumber();
        this.plan = subject.plan();
        OpenPlan open = new OpenPlan(
                subject.workload(), subject.parameters(), subject.recipe().orElse(null));
        String version = version(subject);
        this.traffic = new RunTraffic(coordinator, run);
        this.places = new OpenPlaces(coordinator, traffic, new OpenRun(run, open, version));
        this.journal = coordinator
                .journal()
                .flatMap(journal -> lasting.map(each -> journal.begin(each, version, plan.size(), this::journalFailed)))
                .orElse(null);
    }

    Dispatcher dispatcher() {
        Dispatcher known = dispatcher;
        if (known == null) {
            known = new Dispatcher(coordinator, traffic, places, run, plan, session.upcoming(), journal);
            dispatcher = known;
        }
        return known;
    }

    void open(int members, MonoSink<Void> sink) {
        coordinator.register(run, this);
        toOpen = members;
        opening = sink;
        askAndReport();
    }

    private void askAndReport() {
        MonoSink<Void> waiting = opening;
        if (waiting == null) {
            return;
        }
        if (places.open().isEmpty() && !places.areExpected()) {
            int unused = places.ask(toOpen);
        }
        if (toOpen == 0 || (!places.open().isEmpty() && !places.areExpected())) {
            opening = null;
            waiting.success();
        }
    }

    @Override
    public RunTraffic traffic() {
        return traffic;
    }

    @Override
    public void roomAt() {
        session.execute(() -> {
            askAndReport();
            if (dispatcher != null) {
                dispatcher.sendPending();
            }
        });
    }

    @Override
    public void opened(String member) {
        traffic.ping(member);
        session.execute(() -> {
            places.opened(member);
            askAndReport();
            if (dispatcher != null) {
                dispatcher.sendPending();
            }
        });
    }

    @Override
    public void notOpened(Told why) {
        session.execute(() -> {
            places.isUnfit(why.member());
            if (why.code().equals("other-version")) {
                coordinator.refusals().add(Refusals.Cause.OTHER_VERSION, "worker " + why.member(), why.message());
            }
            MonoSink<Void> waiting = opening;
            boolean isLast = places.open().isEmpty() && !places.areExpected() && places.ask(toOpen) == 0;
            if (waiting != null && isLast) {
                opening = null;
                waiting.error(new BrokenRunException(why.code(), why.message()));
            } else {
                askAndReport();
            }
        });
    }

    @Override
    public void frame(FrameReader frame) {
        session.execute(() -> {
            if (dispatcher != null) {
                dispatcher.frame(frame);
                dispatcher.fill(session);
            }
        });
    }

    @Override
    public void progress(Progress progress) {
        session.execute(() -> {
            RemoteTask task = dispatcher == null ? null : dispatcher.find(progress.task());
            if (task != null) {
                task.progressed(progress.done());
            }
        });
    }

    @Override
    public void used(Used use, boolean toTheLast) {
        if (!toTheLast) {
            traffic.ping(use.member());
        }
        session.execute(() -> {
            places.used(use.member(), use.use());
            session.used(places.use());
            if (toTheLast) {
                heardFrom(use.member());
            }
        });
    }

    @Override
    public void closed(String member) {
        session.execute(() -> heardFrom(member));
    }

    @Override
    public void lost(String member, String how) {
        session.execute(() -> {
            places.lost(member);
            session.used(places.use());
            heardFrom(member);
            if (dispatcher != null) {
                dispatcher.lost(member, how);
            }
            askAndReport();
        });
    }

    /** Asks all members something, and completes when each has answered or is gone. */
    void askAll(Kind question, MonoSink<Void> sink) {
        awaited.clear();
        awaited.addAll(places.tellAll(question));
        answering = sink;
        reportAnswers();
    }

    private void heardFrom(String member) {
        awaited.remove(member);
        reportAnswers();
    }

    private void reportAnswers() {
        MonoSink<Void> waiting = answering;
        if (waiting != null && awaited.isEmpty()) {
            answering = null;
            waiting.success();
        }
    }

    private void journalFailed(String why) {
        session.execute(() -> {
            if (dispatcher != null) {
                dispatcher.fail(RunJournal.failed(why));
            }
        });
    }

    /** Sends nothing more. */
    void stop() {
        if (dispatcher != null) {
            dispatcher.close();
        }
        if (journal != null) {
            journal.end();
        }
    }

    /** Hears of the run no more. */
    void leave() {
        coordinator.unregister(run);
    }

    private static String version(Subject subject) {
        for (Workload<?> each : ServiceLoader.load(Workload.class)) {
            if (each.name().equals(subject.workload())) {
                return Build.versionOf(each);
            }
        }
        return "";
    }
}
