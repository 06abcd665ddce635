package io.fluxlab.process.isolate;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.ChildProcess;
import io.fluxlab.process.child.Site;
import io.fluxlab.process.message.Errors;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A child that plays one run. Its state is confined to its loop. */
final class IsolatedJvm {

    private static final Duration LETTING_GO = Duration.ofMillis(400);

    private final HomeLoop loop = HomeLoop.open("isolated-io");
    private @Nullable Site site;
    private @Nullable ChildProcess child;
    private boolean closed;

    /** Starts the child, and emits the events of its run. To be subscribed once. */
    Flux<RunEvent> play(IsolatedRun run) {
        byte[] request = WireFormat.CBOR.write(run);
        return Site.open(false, loop.loop())
                .subscribeOn(loop.scheduler())
                .map(this::start)
                .flatMapMany(started -> started.arrival()
                        .flatMapMany(connection -> connection.requestStream(DefaultPayload.create(request))))
                .map(IsolatedJvm::read)
                .onErrorMap(Errors::arrived)
                .onErrorMap(IOException.class, IsolatedJvm::lost);
    }

    private ChildProcess start(Site opened) {
        if (closed) {
            opened.close();
            throw Errors.processFailed("the run was cancelled");
        }
        site = opened;
        try {
            ChildProcess started =
                    ChildProcess.start(ChildOptions.alike(LabProgram.class), opened.rendezvous(), opened.folder());
            child = started;
            return started;
        } catch (IOException e) {
            throw Errors.processFailed("no child process can be started: " + e.getMessage());
        }
    }

    private static RunEvent read(Payload payload) {
        try {
            return WireFormat.CBOR.read(new ByteBufInputStream(payload.sliceData()), RunEvent.class);
        } finally {
            payload.release();
        }
    }

    private static BrokenRunException lost(IOException error) {
        return Errors.processFailed("the run's JVM was lost: " + error.getMessage());
    }

    /** Ends the child, and completes when nothing is left of it. Starts at subscription. */
    Mono<Void> close() {
        return Mono.defer(() -> {
                    closed = true;
                    ChildProcess started = child;
                    closeSite(); // before the child goes: nobody else would, if this process ended here
                    return started == null ? Mono.empty() : started.close(LETTING_GO, loop.scheduler());
                })
                .subscribeOn(loop.scheduler())
                .then(Mono.fromRunnable(this::closeSite))
                .then(loop.close());
    }

    private void closeSite() {
        if (site != null) {
            site.close();
        }
    }
}
