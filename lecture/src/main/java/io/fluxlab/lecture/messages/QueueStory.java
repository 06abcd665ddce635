package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.messages.Order.Deed;
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
final class QueueStory {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final List<Object> LECTURE = Arrays.asList(42, null, "hello");

    private final List<Correspondent> children;
    private final Correspondent child;
    private final QueueSettings settings;
    private final Scheduler clock;

    private QueueStory(List<Correspondent> children, QueueSettings settings, Scheduler clock) {
        this.children = children;
        this.child = children.get(0);
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts so many children, has each open its queue, and tells what is seen. */
    static Flux<QueueMoment> tell(
            Children children, int processes, int messages, int rounds, QueueSettings settings, Scheduler clock) {
        return Flux.range(0, processes)
                .flatMap(each -> Correspondent.start(children, settings.patience(), clock), processes)
                .flatMap(child -> child.open(settings).thenReturn(child))
                .collectList()
                .map(all -> new QueueStory(all, settings, clock))
                .flatMapMany(story -> story.moments(messages, rounds));
    }

    private Flux<QueueMoment> moments(int messages, int rounds) {
        return Flux.concat(List.of(
                arrived(),
                changed(),
                bounded(),
                largest(),
                refused("too-large", "bytes", new Order(Deed.BYTES, settings.mostBytes())),
                refused("unserializable", "thread", Order.to(Deed.THREAD)),
                refused("unserializable", "lock", Order.to(Deed.LOCK)),
                refused("unserializable", "stream", Order.to(Deed.STREAM)),
                Flux.range(1, rounds).concatMap(round -> throughput(round, messages))));
    }

    private Mono<QueueMoment> arrived() {
        return child.tell(Order.to(Deed.LECTURE))
                .flatMap(told -> child.get()
                        .map(got -> new QueueMoment.Arrived(
                                "arrived",
                                list(got),
                                got.equals(LECTURE),
                                told.process(),
                                ProcessHandle.current().pid())));
    }

    /** What was put is asked for only after it was changed. */
    private Mono<QueueMoment> changed() {
        return child.tell(Order.to(Deed.CHANGE))
                .flatMap(told -> child.get().flatMap(got -> {
                    List<Object> changedHere = new ArrayList<>(list(got));
                    changedHere.set(1, "changed by who got it");
                    return child.tell(Order.to(Deed.LOOK))
                            .map(then -> new QueueMoment.Changed(
                                    "changed", told.held(), list(got), changedHere, then.held()));
                }));
    }

    /** Twice as many are put as there is room for; the first is got once who puts them waits. */
    private Mono<QueueMoment> bounded() {
        int more = 2 * settings.capacity();
        return child.tell(Order.to(Deed.COUNT))
                .flatMap(start ->
                        Mono.zip(child.tell(new Order(Deed.NUMBERS, more)), bounded(start, more), (end, seen) -> seen));
    }

    private Mono<QueueMoment> bounded(Answer start, int more) {
        long room = start.put() + settings.capacity();
        return awaitFull(room)
                .flatMap(before -> child.get()
                        .flatMap(first -> awaitFull(room + 1)
                                .flatMap(after -> child.messages(more - 1)
                                        .startWith(first)
                                        .collectList()
                                        .map(got -> new QueueMoment.Bounded(
                                                "bounded",
                                                settings.capacity(),
                                                before.put() - start.put(),
                                                before.waiting() == 1,
                                                after.put() - start.put(),
                                                got.size(),
                                                areInOrder(got))))));
    }

    private Mono<Answer> awaitFull(long put) {
        Mono<Answer> full = child.tell(Order.to(Deed.COUNT))
                .filter(now -> now.waiting() == 1 && now.put() >= put)
                .repeatWhenEmpty(Integer.MAX_VALUE, pause -> pause.delayElements(LOOK_AGAIN, clock));
        return child.within(full, "a queue of %d messages to be full".formatted(settings.capacity()));
    }

    private Mono<QueueMoment> largest() {
        int content = settings.mostBytes() - QueueChild.ROOM_FOR_FORM;
        return child.tell(new Order(Deed.BYTES, content))
                .flatMap(told -> child.get()
                        .map(got -> new QueueMoment.Largest(
                                "largest", content, settings.mostBytes(), ((byte[]) got).length)));
    }

    private Mono<QueueMoment> refused(String moment, String message, Order order) {
        return child.tell(order)
                .flatMap(told -> child.tell(Order.to(Deed.LECTURE))
                        .then(child.get())
                        .map(next -> new QueueMoment.Refused(
                                moment,
                                message,
                                told.size(),
                                settings.mostBytes(),
                                Objects.requireNonNullElse(told.error(), ""),
                                list(next))));
    }

    /** All at once, through a queue of each process's own, that the parent gets from as they come. */
    private Mono<QueueMoment> throughput(int round, int messages) {
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
                    .flatMap(each -> each.tell(new Order(Deed.NUMBERS, messages)), children.size())
                    .then();
            return child.within(
                            Mono.zip(got, put.thenReturn(true)), "all messages of %d queues".formatted(children.size()))
                    .map(done -> throughput(
                            round, (long) messages * children.size(), done.getT1(), System.nanoTime() - start));
        });
    }

    private QueueMoment throughput(int round, long put, long inOrder, long nanos) {
        return new QueueMoment.Throughput("throughput", round, children.size(), put, inOrder, put * 1e9 / nanos);
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
