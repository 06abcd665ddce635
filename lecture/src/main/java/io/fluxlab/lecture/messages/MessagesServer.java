package io.fluxlab.lecture.messages;

import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The child's side of all that is said. What may wait runs on threads of its own, so that whoever reads the parent's frames
 * never does.
 */
final class MessagesServer implements RSocket {

    static final int MOST_BYTES_OF_AN_ANSWER = 1 << 20;

    private static final int THREADS = 4;

    private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, Integer.MAX_VALUE, "child");
    private volatile @Nullable QueueChild child;

    /** Opens a queue with {@link QueueSettings}, or does what an {@link ChildCommand} says at it. */
    @Override
    public Mono<Payload> requestResponse(Payload request) {
        Object asked = read(request);
        Callable<ChildState> work = asked instanceof QueueSettings settings ? () -> open(settings) : () -> obey(asked);
        return Mono.fromCallable(work)
                .map(answer -> Copy.of(answer, MOST_BYTES_OF_AN_ANSWER).payload())
                .onErrorMap(Errors::of)
                .subscribeOn(threads);
    }

    /** The messages of the queue; with an {@link Opening}, a one-way pipe. */
    @Override
    public Flux<Payload> requestStream(Payload request) {
        return request.sliceData().isReadable()
                ? PipeChild.playOneWay((Opening) read(request), threads)
                : opened().queue().messages();
    }

    /** A pipe: the first message is an {@link Opening}. */
    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> in) {
        return PipeChild.play(in, threads);
    }

    private ChildState open(QueueSettings settings) {
        QueueChild opened = new QueueChild(settings.open());
        child = opened;
        return ChildState.holding(List.of(), opened.queue());
    }

    private ChildState obey(Object order) throws InterruptedException {
        return opened().obey((ChildCommand) order);
    }

    private QueueChild opened() {
        return Objects.requireNonNull(child, "no queue is open");
    }

    private static Object read(Payload request) {
        return Copy.read(request, MessagesServer.class.getClassLoader());
    }
}
