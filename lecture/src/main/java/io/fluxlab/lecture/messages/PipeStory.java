package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.messages.ChildCommand.Deed;
import io.fluxlab.lecture.messages.Opening.Play;
import io.fluxlab.process.child.Children;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What the parent sees at its end of pipes, moment after moment. Immutable; each moment is cold. */
final class PipeStory {

    private static final String CLOSED = "closed";

    private final Correspondent child;
    private final RoundTrip roundTrip;
    private final IpcPipeWorkload.Parameters parameters;
    private final Scheduler clock;

    private PipeStory(Correspondent child, IpcPipeWorkload.Parameters parameters, Scheduler clock) {
        this.child = child;
        this.roundTrip = new RoundTrip(child);
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Starts two children, one of which will be killed, and tells what is seen. */
    static Flux<PipeMoment> tell(Children children, IpcPipeWorkload.Parameters parameters, Scheduler clock) {
        QueueSettings settings = new QueueSettings(Inbox.UNDER_WAY, Opening.MOST_BYTES, parameters.limitMillis());
        Mono<Correspondent> start = Correspondent.start(children, settings.patience(), clock);
        return Mono.zip(start, start)
                .delayUntil(both -> both.getT1().open(settings))
                .flatMapMany(both -> new PipeStory(both.getT1(), parameters, clock).moments(both.getT2()));
    }

    private Flux<PipeMoment> moments(Correspondent doomed) {
        return Flux.concat(List.of(
                exchange(),
                closed(),
                killed(doomed),
                bothWays(),
                oneWay(),
                tooLarge(),
                warmed(this::throughput),
                warmed(this::handOver),
                new CpythonPipes(parameters, clock).measure()));
    }

    /** The rounds after one that does not count. */
    private Flux<PipeMoment> warmed(Function<Integer, Mono<PipeMoment>> round) {
        return Flux.range(0, parameters.rounds() + 1).concatMap(round).skip(1);
    }

    private Mono<PipeMoment> exchange() {
        return Mono.defer(() -> {
            Pipe pipe = child.pipe(Play.LECTURE, 0);
            Mono<List<Object>> all = pipe.received()
                    .index()
                    .doOnNext(number -> {
                        switch (number.getT1().intValue()) {
                            case 0 -> pipe.send(List.of("python", 3));
                            case 1 -> pipe.close();
                            default -> {} // nothing more is expected
                        }
                    })
                    .map(number -> number.getT2())
                    .collectList();
            return child.within(all, "the lecture's exchange through a pipe")
                    .map(got -> new PipeMoment.Exchange(
                            "exchange",
                            list(got.get(0)),
                            list(got.get(1)).get(1),
                            got.get(2).equals(PipeChild.CLOSE_SEEN)));
        });
    }

    private Mono<PipeMoment> closed() {
        return Mono.defer(() -> child.within(
                        child.pipe(Play.CLOSE, 0).received().collectList(), "a child to close its end of a pipe"))
                .map(got -> new PipeMoment.Closed("closed", got, true));
    }

    /** Killed as soon as it has said something. */
    private Mono<PipeMoment> killed(Correspondent doomed) {
        return Mono.defer(() -> {
            List<Object> received = new ArrayList<>();
            Mono<String> end = doomed.pipe(Play.WAIT, 0)
                    .received()
                    .doOnNext(received::add)
                    .doOnNext(word -> doomed.kill())
                    .then(Mono.just(CLOSED))
                    .onErrorResume(
                            IOException.class,
                            error -> Mono.just(error.getClass().getSimpleName()));
            return child.within(end, "a killed child's pipe to end")
                    .zipWith(doomed.ended())
                    .map(both -> new PipeMoment.Killed(
                            "killed", received, both.getT1().equals(CLOSED), both.getT1(), both.getT2()));
        });
    }

    private Mono<PipeMoment> bothWays() {
        return Mono.defer(() -> {
            Pipe pipe = child.pipe(Play.ONE_WAY, 0);
            Flux<Object> received = pipe.received().index((number, message) -> {
                if (number == 0) {
                    pipe.send("the other way");
                }
                return message;
            });
            return direction("both-ways", received);
        });
    }

    private Mono<PipeMoment> oneWay() {
        return Mono.defer(() -> direction("one-way", child.oneWay(Play.ONE_WAY)));
    }

    private Mono<PipeMoment> direction(String moment, Flux<Object> received) {
        return child.within(received.collectList(), "what a child sends through a pipe")
                .map(got -> new PipeMoment.Direction(moment, got.get(0), got.get(1)));
    }

    private Mono<PipeMoment> tooLarge() {
        return Mono.defer(() ->
                        child.within(child.pipe(Play.TOO_LARGE, 0).received().collectList(), "what a pipe takes"))
                .map(got -> new PipeMoment.TooLarge("too-large", Opening.MOST_BYTES, got.get(0), got.get(1)));
    }

    private Mono<PipeMoment> throughput(int round) {
        Mono<Double> queue = perSecond(Mono.zip(
                        child.messages(parameters.messages())
                                .limitRate(Inbox.UNDER_WAY)
                                .count(),
                        child.tell(new ChildCommand(Deed.NUMBERS, parameters.messages())))
                .then());
        Mono<Double> pipe = perSecond(Mono.defer(() -> child.pipe(Play.NUMBERS, parameters.messages())
                .received()
                .limitRate(Inbox.UNDER_WAY)
                .then()));
        return inTurn(round, queue, pipe)
                .map(both -> new PipeMoment.Throughput(
                        "throughput",
                        round,
                        parameters.messages(),
                        both.get(0),
                        both.get(1),
                        both.get(1) / both.get(0)));
    }

    private Mono<PipeMoment> handOver(int round) {
        return inTurn(round, roundTrip.byQueue(parameters.trips()), roundTrip.byPipe(parameters.trips()))
                .map(both -> new PipeMoment.HandOver(
                        "hand-over",
                        round,
                        parameters.trips(),
                        both.get(0) / 1000,
                        both.get(1) / 1000,
                        both.get(1) / both.get(0)));
    }

    /** Now the one first, now the other. */
    private static Mono<List<Double>> inTurn(int round, Mono<Double> one, Mono<Double> other) {
        return round % 2 == 1
                ? one.flatMap(first -> other.map(second -> List.of(first, second)))
                : other.flatMap(first -> one.map(second -> List.of(second, first)));
    }

    private Mono<Double> perSecond(Mono<Void> all) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return child.within(all.thenReturn(start), "%d messages".formatted(parameters.messages()))
                    .map(begun -> parameters.messages() * 1e9 / (System.nanoTime() - begun));
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object message) {
        return (List<Object>) message;
    }
}
