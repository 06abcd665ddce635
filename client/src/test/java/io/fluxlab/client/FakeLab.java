package io.fluxlab.client;

import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.metadata.CompositeMetadata;
import io.rsocket.metadata.RoutingMetadata;
import io.rsocket.util.DefaultPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Answers every request with the same publisher, and remembers what it was asked. A channel's later payloads go to
 * {@code commands}. Thread-safe.
 */
final class FakeLab implements RSocket {

    private final WireFormat format;
    private final Function<String, Flux<?>> answers;
    private final List<String> routes = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> commands = new CopyOnWriteArrayList<>();
    private final List<Long> demand = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger endsOfCommands = new AtomicInteger();

    private FakeLab(WireFormat format, Function<String, Flux<?>> answers) {
        this.format = format;
        this.answers = answers;
    }

    static FakeLab answering(Flux<?> answer) {
        return answering(WireFormat.CBOR, route -> answer);
    }

    static FakeLab answering(WireFormat format, Function<String, Flux<?>> answers) {
        return new FakeLab(format, answers);
    }

    @Override
    public Flux<Payload> requestStream(Payload request) {
        return answer(remember(request));
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return Flux.from(payloads)
                .switchOnFirst(
                        (first, all) -> {
                            String route = remember(first.get());
                            all.skip(1)
                                    .doFinally(signal -> endsOfCommands.incrementAndGet())
                                    .subscribe(command -> commands.add(fields(command)), error -> {});
                            return answer(route);
                        },
                        false);
    }

    List<String> routes() {
        return routes;
    }

    List<Map<String, Object>> requests() {
        return requests;
    }

    List<Map<String, Object>> commands() {
        return commands;
    }

    /** Every demand that arrived, of all requests. */
    List<Long> demand() {
        return demand;
    }

    int cancelled() {
        return cancelled.get();
    }

    int endsOfCommands() {
        return endsOfCommands.get();
    }

    private Flux<Payload> answer(String route) {
        return answers.apply(route)
                .map(event -> DefaultPayload.create(event instanceof byte[] raw ? raw : format.write(event)))
                .doOnRequest(demand::add)
                .doOnCancel(cancelled::incrementAndGet);
    }

    private String remember(Payload request) {
        List<String> found = new ArrayList<>();
        for (CompositeMetadata.Entry entry :
                new CompositeMetadata(Unpooled.wrappedBuffer(request.getMetadata()), false)) {
            new RoutingMetadata(entry.getContent()).forEach(found::add);
        }
        routes.addAll(found);
        requests.add(fields(request));
        return found.get(0);
    }

    private Map<String, Object> fields(Payload payload) {
        byte[] bytes = new byte[payload.getData().remaining()];
        payload.getData().get(bytes);
        payload.release();
        return format.readFields(bytes);
    }
}
