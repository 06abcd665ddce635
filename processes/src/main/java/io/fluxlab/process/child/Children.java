package io.fluxlab.process.child;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.process.message.Errors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The children of one parent, for as long as it has use for them. Thread-safe: its state is confined to a loop of its own,
 * on which everything that a child says arrives.
 */
public final class Children {

    private static final Duration LETTING_GO = Duration.ofMillis(400);
    private static final Duration ARRIVING = Duration.ofSeconds(30);

    private final HomeLoop loop = HomeLoop.open(LabThreads.name("children-io"));
    private final Mono<ChildSite> site = openSite().cache();
    private final Mono<Path> memory = site.publishOn(loop.scheduler())
            .flatMap(found -> Mono.fromCallable(() -> PrivateFolder.inMemory(found.folder())))
            .cache();
    private final List<ChildProcess> processes = new ArrayList<>();
    private @Nullable ChildSite opened;
    private boolean closed;

    private Children() {}

    /** What so many children with so much heap each take of the machine, with the loop on which they are spoken to. */
    public static Claim claim(int processes, long heapMegabytesEach) {
        return Claim.ofProcesses(processes, heapMegabytesEach)
                .plus(Claim.ofThreads(1))
                .plus(Claim.ofDescriptors(4)); // a selector's two, a listening socket, a file that is being written
    }

    /**
     * What goes on with children at hand; none has been started yet. Cold. However it ends, also by cancel, every child
     * that was started is ended, and the folder that they share is gone; completion and errors wait for that.
     */
    public static <T> Flux<T> during(Function<Children, ? extends Publisher<T>> life) {
        return during(Lease.NONE, life);
    }

    /** A life with children under a lease, of which it makes use until all of them are gone. */
    public static <T> Flux<T> during(Lease lease, Function<Children, ? extends Publisher<T>> life) {
        return lease.during(Children::new, life, Children::close);
    }

    /**
     * Starts one more child, and emits it once it has arrived, on the loop. Starts at subscription; fails where the child
     * ends before it has arrived, or stands still for half a minute on the way, or uses as much CPU time. Cancel does not end
     * the child.
     */
    public Mono<Child> start(ChildOptions options) {
        return site.publishOn(loop.scheduler())
                .map(found -> launch(options, found))
                .flatMap(this::arrival)
                .onErrorMap(IOException.class, error -> Errors.processFailed("a child process " + error.getMessage()));
    }

    /** Starts several children side by side; they come in the order in which they arrive. Starts at subscription. */
    public Mono<List<Child>> start(ChildOptions options, int count) {
        return Flux.range(0, count).flatMap(each -> start(options), count).collectList();
    }

    /** The folder that this parent shares with its children, and with nobody else. Emits once it is there. */
    public Mono<Path> folder() {
        return site.map(ChildSite::folder);
    }

    /** A folder like it for files that they map: in memory where the platform has that. Emits once it is there. */
    public Mono<Path> memory() {
        return memory;
    }

    private Mono<ChildSite> openSite() {
        return Mono.defer(() -> ChildSite.open(false, loop.loop()))
                .subscribeOn(loop.scheduler())
                .doOnNext(this::keep);
    }

    private void keep(ChildSite found) {
        if (closed) {
            found.close();
            throw Errors.processFailed("a child process is of no use any more");
        }
        opened = found;
    }

    private ChildProcess launch(ChildOptions options, ChildSite found) {
        if (closed) {
            throw Errors.processFailed("a child process is of no use any more");
        }
        try {
            ChildProcess started = ChildProcess.start(options, found.rendezvous(), found.folder());
            processes.add(started);
            return started;
        } catch (IOException e) {
            throw Errors.processFailed("no child process can be started: " + e.getMessage());
        }
    }

    private Mono<Child> arrival(ChildProcess process) {
        return process.arrival()
                .map(connection -> new Child(process, connection))
                .timeout(
                        Standstill.of(process::cpuTime, ARRIVING, loop.scheduler()),
                        Mono.error(() -> Errors.processFailed(
                                "a child process did not arrive: it stood still for %d s, or used as much CPU time"
                                        .formatted(ARRIVING.toSeconds()))));
    }

    private void closeSite() {
        if (opened != null) {
            opened.close();
        }
    }

    private Mono<Void> close() {
        return Flux.defer(() -> {
                    closed = true;
                    closeSite(); // before the children go: nobody else would, if this process ended here
                    return Flux.fromIterable(List.copyOf(processes));
                })
                .flatMap(process -> process.close(LETTING_GO, loop.scheduler()), Integer.MAX_VALUE)
                .then(Mono.<Void>fromRunnable(this::closeSite))
                .subscribeOn(loop.scheduler())
                .then(loop.close());
    }
}
