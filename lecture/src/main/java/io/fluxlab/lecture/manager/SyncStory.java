package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.manager.ProcessSyncWorkload.Parameters;
import io.fluxlab.lecture.manager.SyncMoment.Condition;
import io.fluxlab.lecture.manager.SyncMoment.Event;
import io.fluxlab.lecture.manager.SyncMoment.Inside;
import io.fluxlab.lecture.manager.SyncMoment.OverRelease;
import io.fluxlab.lecture.manager.WorkerReport.Stay;
import io.fluxlab.lecture.manager.WorkerTask.Role;
import io.fluxlab.process.child.Child;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What processes do with a semaphore, an event and a condition that their parent keeps. Immutable; each moment is cold. */
final class SyncStory {

    /** Each with stays twice as long as the one before. */
    private static final int MOST_ATTEMPTS = 8;

    private final ObjectManager desk;
    private final Parameters parameters;

    SyncStory(ObjectManager desk, Parameters parameters) {
        this.desk = desk;
        this.parameters = parameters;
    }

    /** All moments, one after the other. */
    Flux<SyncMoment> moments() {
        return Flux.concat(List.of(
                warmUp(),
                inside("semaphore", Role.GUEST, parameters.permits()),
                inside("no-semaphore", Role.INTRUDER, parameters.permits() + 1),
                overRelease(),
                event(),
                condition()));
    }

    /** A process that does its first job has classes to load. */
    private Mono<SyncMoment> warmUp() {
        return desk.work(all(), desk.job(Role.INTRUDER, 1, 0), new ManagedSemaphore(1))
                .then(Mono.empty());
    }

    private Mono<Inside> inside(String moment, Role role, int expected) {
        return Flux.range(0, MOST_ATTEMPTS)
                .concatMap(
                        attempt -> {
                            int stayMillis = parameters.stayMillis() << attempt;
                            WorkerTask job = desk.job(role, parameters.stays(), stayMillis);
                            return desk.work(all(), job, new ManagedSemaphore(parameters.permits()))
                                    .map(reports -> inside(moment, reports, attempt + 1));
                        },
                        1)
                .takeUntil(seen -> seen.mostInside() >= expected)
                .last();
    }

    private Inside inside(String moment, List<WorkerReport> reports, int attempts) {
        List<Stay> stays =
                reports.stream().flatMap(report -> report.stays().stream()).toList();
        return new Inside(moment, all().size(), parameters.permits(), stays.size(), mostAtOnce(stays), attempts);
    }

    /** The most at once are there when one has just come. Who leaves in a microsecond is not there in it. */
    static int mostAtOnce(List<Stay> stays) {
        return stays.stream()
                .mapToInt(one -> (int) stays.stream()
                        .filter(other -> other == one || (other.from() <= one.from() && one.from() < other.to()))
                        .count())
                .max()
                .orElse(0);
    }

    private Mono<OverRelease> overRelease() {
        return desk.work(all().get(0), desk.job(Role.RELEASER, 1, 0), new ManagedSemaphore(parameters.permits()))
                .map(report -> new OverRelease(
                        "over-release", report.process(), !report.answers().get(0)));
    }

    /** Nobody sets the event before all others wait for it. */
    private Mono<Event> event() {
        return Mono.defer(() -> {
            List<Child> waiters = all().subList(1, all().size());
            Sinks.Empty<Void> allWait = Sinks.empty();
            int[] waited = new int[1];
            ManagedEvent event = new ManagedEvent(() -> {
                waited[0]++;
                if (waited[0] == waiters.size()) {
                    allWait.tryEmitEmpty();
                }
            });
            Mono<WorkerReport> setter = allWait.asMono().then(Mono.defer(() -> {
                waited[0] = event.waiting();
                return desk.work(all().get(0), desk.job(Role.SETTER, 1, 0), event);
            }));
            return Mono.zip(desk.work(waiters, desk.job(Role.WAITER, 1, 0), event), setter)
                    .map(reports -> event(waited[0], reports.getT1(), reports.getT2()));
        });
    }

    private static Event event(int waiting, List<WorkerReport> waiters, WorkerReport setter) {
        long setAt = setter.stays().get(0).from();
        return new Event(
                "event",
                waiting,
                setter.process(),
                waiters.stream().map(WorkerReport::process).toList(),
                (int) waiters.stream()
                        .filter(report -> report.stays().get(0).to() < setAt)
                        .count(),
                waiters.size(),
                setter.answers());
    }

    private Mono<Condition> condition() {
        return Mono.defer(() -> {
            List<Child> consumers = all().subList(1, all().size());
            int items = parameters.items() * consumers.size();
            ManagedCondition condition = new ManagedCondition();
            SharedCount stock =
                    new SharedCount(Path.of(desk.job(Role.CONSUMER, 0, 0).folder(), SharedCount.FILE));
            return Mono.fromCallable(() -> {
                        stock.write(0);
                        return stock;
                    })
                    .then(Mono.zip(
                            desk.work(consumers, desk.job(Role.CONSUMER, parameters.items(), 0), condition),
                            desk.work(all().get(0), desk.job(Role.PRODUCER, items, 0), condition)))
                    .flatMap(reports -> Mono.fromCallable(
                            () -> condition(items, reports.getT1(), stock.read(), condition.waits())));
        });
    }

    private static Condition condition(int added, List<WorkerReport> consumers, int left, int waits) {
        List<Integer> there = consumers.stream()
                .flatMap(report -> report.got().stream())
                .map(got -> ((Number) got.get(0)).intValue())
                .toList();
        int ofNothing = (int) there.stream().filter(items -> items < 1).count();
        return new Condition("condition", added, there.size(), ofNothing, left, waits);
    }

    private List<Child> all() {
        return desk.children();
    }
}
