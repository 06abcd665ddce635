package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.messages.ChildCommand.Deed;
import io.fluxlab.process.child.Children;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What the parent sees at the queues of its children, moment after moment. Immutable; each moment is cold. */
final class ProcessQueueStory {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final List<Object> LECTURE = Arrays.asList(42, null, "hello");

    private final List<Correspondent> children;
    private final Correspondent child;
    private final QueueSettings settings;
    private final Scheduler clock;

    private ProcessQueueStory(List<Correspondent> children, QueueSettings settings, Scheduler clock) {
        this.children = children;
        this.child = children.get(0);
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts so many children, has each open its queue, and tells what is seen. */
    static Flux<ProcessQueueMoment> tell(
            Children children, int processes, int messages, int rounds, QueueSettings settings, Scheduler clock) {
        return Flux.range(0, processes)
                .flatMap(each -> Correspondent.start(children, settings.patience(), clock), processes)
                .flatMap(child -> child.open(settings).thenReturn(child))
                .collectList()
                .map(all -> new ProcessQueueStory(all, settings, clock))
                .flatMapMany(story -> story.moments(messages, rounds));
    }

    private Flux<ProcessQueueMoment> moments(int messages, int rounds) {
        return Flux.concat(List.of(
                arrived(),
                changed(),
                bounded(),
                largest(),
                refused("too-large", "bytes", new ChildCommand(Deed.BYTES, settings.mostBytes())),
                refused("unserializable", "thread", ChildCommand.to(Deed.THREAD)),
                refused("unserializable", "lock", ChildCommand.to(Deed.LOCK)),
                refused("unserializable", "stream", ChildCommand.to(Deed.STREAM)),
                Flux.range(1, rounds).concatMap(round -> throughput(round, messages))));
    }

    private Mono<ProcessQueueMoment> arrived() {
        return child.tell(ChildCommand.to(Deed.LECTURE))
                .flatMap(told -> child.get()
                        .map(got -> new ProcessQueueMoment.Arrived(
                                "arrived",
                                list(got),
                                got.equals(LECTURE),
                                told.process(),
                                ProcessHandle.current().pid())));
    }

    /** What was put is asked for only after it was changed. */
    private Mono<ProcessQueueMoment> changed() {
        return child.tell(ChildCommand.to(Deed.CHANGE))
                .flatMap(told -> child.get().flatMap(got -> {
                    List<Object> changedHere = new ArrayList<>(list(got));
                    changedHere.set(1, "changed by who got it");
                    return child.tell(ChildCommand.to(Deed.LOOK))
                            .map(then -> new ProcessQueueMoment.Changed(
                                    "changed", told.held(), list(got), changedHere, then.held()));
                }));
    }

    /** Twice as many are put as there is room for; the first is got once who puts them waits. */
    private Mono<ProcessQueueMoment> bounded() {
        int more = 2 * settings.capacity();
        return child.tell(ChildCommand.to(Deed.COUNT))
                .flatMap(start -> Mono.zip(
                        child.tell(new ChildCommand(Deed.NUMBERS, more)), bounded(start, more), (end, seen) -> seen));
    }

    private Mono<ProcessQueueMoment> bounded(ChildState start, int more) {
        long room = start.put() + settings.capacity();
        return awaitFull(room)
                .flatMap(before -> child.get()
                        .flatMap(first -> awaitFull(room + 1)
                                .flatMap(after -> child.messages(more - 1)
                                        .startWith(first)
                                        .collectList()
                                        .map(got -> new ProcessQueueMoment.Bounded(
                                                "bounded",
                                                settings.capacity(),
                                                before.put() - start.put(),
                                                before.waiting() == 1,
                                                after.put() - start.put(),
                                                got.size(),
                                                areInOrder(got))))));
    }

    private Mono<ChildState> awaitFull(long put) {
        Mono<ChildState> full = child.tell(ChildCommand.to(Deed.COUNT))
                .filter(now -> now.waiting() == 1 && now.put() >= put)
                .repeatWhenEmpty(Integer.MAX_VALUE, pause -> pause.delayElements(LOOK_AGAIN, clock));
        return child.within(full, "a queue of %d messages to be full".formatted(settings.capacity()));
    }

    private Mono<ProcessQueueMoment> largest() {
        int content = settings.mostBytes() - QueueChild.ROOM_FOR_FORM;
        return child.tell(new ChildCommand(Deed.BYTES, content))
                .flatMap(told -> child.get()
                        .map(got -> new ProcessQueueMoment.Largest(
                                "largest", content, settings.mostBytes(), ((byte[]) got).length)));
    }

    private Mono<ProcessQueueMoment> refused(String moment, String message, ChildCommand order) {
        return child.tell(order)
                .flatMap(told -> child.tell(ChildCommand.to(Deed.LECTURE))
                        .then(child.get())
                        .map(next -> new ProcessQueueMoment.Refused(
                                moment,
                                message,
                                told.size(),
                                settings.mostBytes(),
                                Objects.requireNonNullElse(told.error(), ""),
                                list(next))));
    }

    /** All at once, through a queue of each process's own, that the parent gets from as they come. */
    private Mono<ProcessQueueMoment> throughput(int round, int messages) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            Mono<Long> got = Flux.fromIterable(children)
                    .flatMap(
                            each -> each.messages(messages)
                                    .limitRate(settings.capacity())
                                    .index()
                                    .filter(place -> number(place.getT2()) == place.getT1())
                                    .count(),
                            children.size())
                    .reduce(0L, Long::sum);
            Mono<Void> put = Flux.fromIterable(children)
                    .flatMap(each -> each.tell(new ChildCommand(Deed.NUMBERS, messages)), children.size())
                    .then();
            return child.within(
                            Mono.zip(got, put.thenReturn(true)), "all messages of %d queues".formatted(children.size()))
                    .map(done -> throughput(
                            round, (long) messages * children.size(), done.getT1(), System.nanoTime() - start));
        });
    }

    private ProcessQueueMoment throughput(int round, long put, long inOrder, long nanos) {
        return new ProcessQueueMoment.Throughput("throughput", round, children.size(), put, inOrder, put * 1e9 / nanos);
    }

    private static boolean areInOrder(List<Object> got) {
        return IntStream.range(0, got.size()).allMatch(place -> number(got.get(place)) == place);
    }

    private static int number(Object message) {
        return (Integer) list(message).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object message) {
        return (List<Object>) message;
    }
}
