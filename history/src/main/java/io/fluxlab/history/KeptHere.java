package io.fluxlab.history;

import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptEventReader;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunArchive;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept here, as somebody sees it whose it is. Thread-safe. */
public final class KeptHere implements RunArchive {

    private final History history;

    /**
     * @param history stays the caller's
     */
    public KeptHere(History history) {
        this.history = history;
    }

    @Override
    public Flux<KeptRun> history(HistoryQuery query) {
        return history.history(query, Viewer.ALL);
    }

    @Override
    public Flux<KeptEvent> watch(WatchRequest request) {
        return Flux.defer(() -> {
            KeptEventReader reader = new KeptEventReader(WireFormat.CBOR);
            WatchRequest each = new WatchRequest(request.run(), request.from());
            return history.watch(each, Viewer.ALL).map(event -> reader.read(Unpooled.wrappedBuffer(event.cbor())));
        });
    }

    @Override
    public Mono<Void> annotate(Annotation annotation) {
        return history.annotate(annotation, Viewer.ALL);
    }

    @Override
    public Mono<Void> remove(String run) {
        return history.remove(run, Viewer.ALL);
    }
}
