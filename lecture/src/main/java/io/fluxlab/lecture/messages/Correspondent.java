package io.fluxlab.lecture.messages;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.messages.Opening.Play;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A child as its parent talks to it. Every wait has a limit and a name. Thread-safe; all that the child says arrives on one
 * thread.
 */
public final class Correspondent {

    /** Room for a few messages of the largest size that is allowed. */
    private static final int HEAP_MEGABYTES = 768;

    private final Child child;
    private final Patience patience;
    private final Scheduler clock;

    private Correspondent(Child child, Patience patience, Scheduler clock) {
        this.child = child;
        this.patience = patience;
        this.clock = clock;
    }

    /** What so many of them take of the machine, with the messages that are under way. */
    public static Claim claim(int correspondents) {
        return Children.claim(correspondents, HEAP_MEGABYTES)
                .plus(Claim.ofHeapBytes(8 << 20))
                .plus(Claim.ofThreads(1));
    }

    /** Starts a child. */
    public static Mono<Correspondent> start(Children children, Patience patience, Scheduler clock) {
        return within(
                        children.start(ChildOptions.light(MessagesProgram.class, HEAP_MEGABYTES)),
                        "a child process to arrive",
                        patience,
                        clock)
                .map(child -> new Correspondent(child, patience, clock));
    }

    /** Ends it at once. */
    void kill() {
        child.process().kill();
    }

    /** How it has ended, once it has. */
    Mono<String> ended() {
        return within(child.process().ended(), "a child that was killed to end");
    }

    /** Opens the child's queue. */
    Mono<ChildState> open(QueueSettings settings) {
        return ask(settings, "a child to open a queue");
    }

    /** Has the child do something at its queue, and answer when it is done. */
    Mono<ChildState> tell(ChildCommand order) {
        return ask(order, "a child to do " + order.deed());
    }

    private Mono<ChildState> ask(Object question, String what) {
        Mono<ChildState> answer = Mono.defer(() -> connection()
                        .requestResponse(Copy.of(question, MessagesServer.MOST_BYTES_OF_AN_ANSWER)
                                .payload()))
                .map(payload -> (ChildState) read(payload))
                .onErrorMap(Errors::arrived);
        return within(answer, what);
    }

    /** The next message of the child's queue. */
    Mono<Object> get() {
        return within(messages(1).next(), "a message of a queue");
    }

    /** So many messages of the child's queue. Demand goes to the child: what was not asked for stays there. */
    Flux<Object> messages(int count) {
        return Flux.defer(() -> connection().requestStream(DefaultPayload.create("")))
                .take(count)
                .map(Correspondent::read);
    }

    /** A pipe to the child. */
    Pipe pipe(Play play, int count) {
        return new Pipe(connection(), opening(play, count));
    }

    /** What comes through a one-way pipe from the child. Opens it at subscription. */
    Flux<Object> oneWay(Play play) {
        return Flux.defer(() -> connection()
                        .requestStream(
                                Copy.of(opening(play, 0), Opening.MOST_BYTES).payload()))
                .map(Correspondent::read);
    }

    /** What comes back through a queue of the child's when it gets what goes through this one. Starts at subscription. */
    Flux<Object> queues(ProcessQueue there) {
        return Flux.defer(() -> {
            Payload opening = Copy.of(opening(Play.RETURN_BY_QUEUE, 0), Opening.MOST_BYTES)
                    .payload();
            return connection()
                    .requestChannel(Flux.concat(List.of(Mono.just(opening), there.messages())))
                    .map(Correspondent::read);
        });
    }

    private Opening opening(Play play, int count) {
        return new Opening(play, count, (int) patience.limit().toMillis());
    }

    Patience patience() {
        return patience;
    }

    /** Fails, and says what was waited for, where nothing has come when the limit is reached or the child is lost. */
    <T> Mono<T> within(Mono<T> awaited, String what) {
        return within(awaited.onErrorResume(IOException.class, this::lost), what, patience, clock);
    }

    private <T> Mono<T> lost(IOException error) {
        return child.process().ended().flatMap(how -> Mono.error(Errors.processFailed("the child process " + how)));
    }

    private static <T> Mono<T> within(Mono<T> awaited, String what, Patience patience, Scheduler clock) {
        return awaited.timeout(patience.limit(), Mono.error(() -> patience.inVain(what)), clock);
    }

    private RSocket connection() {
        return child.connection();
    }

    private static Object read(Payload payload) {
        return Copy.read(payload, Correspondent.class.getClassLoader());
    }
}
