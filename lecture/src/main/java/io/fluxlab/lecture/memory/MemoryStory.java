package io.fluxlab.lecture.memory;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.memory.Duty.Deed;
import io.fluxlab.lecture.memory.MemoryChild.Done;
import io.fluxlab.lecture.memory.Segment.Cell;
import io.fluxlab.lecture.messages.Correspondent;
import io.fluxlab.lecture.messages.RoundTrip;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the parent sees in memory that it shares with its children, moment after moment. Each moment is cold. */
final class MemoryStory {

    private static final int HEAP_MEGABYTES = 64;
    private static final String FILE = "shared";

    private final Segment segment;
    private final List<Child> children;
    private final RoundTrip roundTrip;
    private final SharedMemoryWorkload.Parameters parameters;
    private final Scheduler clock;
    private final Scheduler hand;

    private MemoryStory(
            Segment segment,
            List<Child> children,
            RoundTrip roundTrip,
            SharedMemoryWorkload.Parameters parameters,
            Scheduler clock,
            Scheduler hand) {
        this.segment = segment;
        this.children = children;
        this.roundTrip = roundTrip;
        this.parameters = parameters;
        this.clock = clock;
        this.hand = hand;
    }

    /** Of so many children that count, and one to hand values to by queue and pipe; and the thread that hands them. */
    static Claim claim(int processes) {
        return Children.claim(processes, HEAP_MEGABYTES)
                .plus(Correspondent.claim(1))
                .plus(Claim.ofThreads(1));
    }

    /** Starts the children and tells what is seen; the parent's hand-overs have a thread, because in memory one has to look. */
    static Flux<MemoryMoment> tell(Children family, SharedMemoryWorkload.Parameters parameters, Scheduler clock) {
        Patience patience = parameters.patience();
        Mono<List<Child>> start = within(
                family.start(ChildOptions.light(MemoryProgram.class, HEAP_MEGABYTES), parameters.processes()),
                "child processes to arrive",
                patience,
                clock);
        Mono<Segment> mapped =
                family.memory().flatMap(folder -> Mono.fromCallable(() -> Segment.map(folder.resolve(FILE))));
        return Flux.using(
                () -> Schedulers.newSingle("shared-memory", true),
                hand -> Mono.zip(mapped, start, Correspondent.start(family, patience, clock))
                        .flatMapMany(all -> new MemoryStory(
                                        all.getT1(), all.getT2(), new RoundTrip(all.getT3()), parameters, clock, hand)
                                .moments()),
                Scheduler::dispose);
    }

    private Flux<MemoryMoment> moments() {
        return Flux.concat(List.of(
                changed(),
                Flux.range(1, parameters.rounds())
                        .concatMap(round -> lost(round, parameters.increments(), 1)
                                .flatMapMany(lost -> Flux.concat(List.of(
                                        Mono.just(lost),
                                        count(Deed.UNDER_LOCK, round, lost.increments() / parameters.processes(), 1),
                                        count(Deed.AT_ONCE, round, lost.increments() / parameters.processes(), 1))))),
                Flux.range(0, parameters.rounds() + 1).concatMap(this::handOver).skip(1))); // all three have to warm up
    }

    /** The lecture's {@code num} and {@code arr}. */
    private Mono<MemoryMoment> changed() {
        return Mono.defer(() -> {
            segment.setNumber(0);
            for (int i = 0; i < Segment.INTEGERS; i++) {
                segment.setInteger(i, i);
            }
            double number = segment.number();
            List<Integer> integers = segment.integers();
            return perform(children.get(0), Deed.LECTURE, 1)
                    .flatMap(done -> Mono.fromCallable(() -> changed(number, integers, done)));
        });
    }

    /** The parent maps the segment once more, and reads what is there. */
    private MemoryMoment changed(double number, List<Integer> integers, Done done) throws IOException {
        Segment again = Segment.mapBeside(segment.file(), done.address());
        return new MemoryMoment.Changed(
                "changed",
                number,
                integers,
                segment.number(),
                segment.integers(),
                done.process(),
                ProcessHandle.current().pid(),
                done.address(),
                segment.address(),
                again.address(),
                again.number());
    }

    /** Twice as many increments each time, until some are lost. */
    private Mono<MemoryMoment.Counted> lost(int round, long each, int attempt) {
        return count(Deed.IN_STEPS, round, each, attempt)
                .flatMap(counted -> counted.lost() > 0 || attempt == parameters.attempts()
                        ? Mono.just(counted)
                        : lost(round, Math.min(2 * each, Integer.MAX_VALUE), attempt + 1));
    }

    private Mono<MemoryMoment.Counted> count(Deed deed, int round, long each, int attempt) {
        return Mono.defer(() -> {
            segment.set(Cell.COUNTER, 0);
            segment.set(Cell.READY, 0);
            return Flux.fromIterable(children)
                    .flatMap(child -> perform(child, deed, (int) each), children.size())
                    .then(Mono.fromSupplier(() -> counted(deed, round, each * children.size(), attempt)));
        });
    }

    private MemoryMoment.Counted counted(Deed deed, int round, long increments, int attempt) {
        long counted = segment.get(Cell.COUNTER);
        return new MemoryMoment.Counted(
                deed.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                round,
                children.size(),
                increments,
                counted,
                increments - counted,
                attempt);
    }

    /** Each of the three in turn, another one first in every round. */
    private Mono<MemoryMoment> handOver(int round) {
        List<Mono<Passage>> ways = List.of(
                byMemory(),
                roundTrip.byQueue(parameters.trips()).map(Passage::awaited),
                roundTrip.byPipe(parameters.trips()).map(Passage::awaited));
        return Flux.range(round, ways.size())
                .map(turn -> turn % ways.size())
                .concatMap(way -> ways.get(way).map(passage -> new Taken(way, passage)))
                .sort()
                .map(Taken::passage)
                .collectList()
                .map(passages -> told(round, passages.get(0), passages.get(1), passages.get(2)));
    }

    private MemoryMoment told(int round, Passage memory, Passage queue, Passage pipe) {
        return new MemoryMoment.HandOver(
                "hand-over",
                round,
                parameters.trips(),
                memory.micros(),
                queue.micros(),
                pipe.micros(),
                memory.micros() / queue.micros(),
                memory.micros() / pipe.micros(),
                memory.seenAtOnce());
    }

    /** One way: how long it takes, and the part of them whose end was seen without letting others have the CPU. */
    private record Passage(double micros, double seenAtOnce) {
        static Passage awaited(double nanos) {
            return new Passage(nanos / 1000, 0);
        }
    }

    private record Taken(int way, Passage passage) implements Comparable<Taken> {
        @Override
        public int compareTo(Taken other) {
            return Integer.compare(way, other.way);
        }
    }

    private Mono<Passage> byMemory() {
        return Mono.defer(() -> {
            segment.set(Cell.BALL, 0);
            Mono<Passage> here = Mono.fromCallable(this::handToAndFro).subscribeOn(hand);
            return Mono.zip(here, perform(children.get(0), Deed.HAND_BACK, parameters.trips()))
                    .map(both -> both.getT1());
        });
    }

    /** The first hand-over waits for the child, and is not counted. */
    private Passage handToAndFro() throws InterruptedException {
        handOverAndBack(1);
        long start = System.nanoTime();
        int seenAtOnce = 0;
        for (long ball = 3; ball < 2L * parameters.trips(); ball += 2) {
            seenAtOnce += handOverAndBack(ball) ? 1 : 0;
        }
        double trips = parameters.trips() - 1;
        return new Passage((System.nanoTime() - start) / (2000 * trips), seenAtOnce / trips);
    }

    private boolean handOverAndBack(long ball) throws InterruptedException {
        segment.set(Cell.BALL, ball);
        return Spin.until(segment, Cell.BALL, ball + 1, parameters.patience());
    }

    private Mono<Done> perform(Child child, Deed deed, int count) {
        Duty duty = new Duty(
                deed,
                segment.file().toString(),
                count,
                parameters.processes(),
                parameters.limitMillis(),
                segment.address());
        Mono<Done> done = Mono.defer(() -> child.connection()
                        .requestResponse(Copy.of(duty, MemoryProgram.MOST_BYTES).payload()))
                .map(payload -> (Done) Copy.read(payload, MemoryStory.class.getClassLoader()))
                .onErrorMap(Errors::arrived);
        return within(done, "a child to do %s in shared memory".formatted(deed), parameters.patience(), clock);
    }

    private static <T> Mono<T> within(Mono<T> awaited, String what, Patience patience, Scheduler clock) {
        return awaited.timeout(patience.limit(), Mono.error(() -> patience.inVain(what)), clock);
    }
}
