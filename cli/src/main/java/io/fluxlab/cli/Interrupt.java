package io.fluxlab.cli;

import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The wish to end: Ctrl-C or SIGTERM. The second Ctrl-C ends the process on the spot. Thread-safe. */
final class Interrupt {

    private final Sinks.Empty<Void> wish = Sinks.empty();
    private final CountDownLatch wished = new CountDownLatch(1);
    private volatile int status = ExitStatus.DONE;

    /** Listens to the signals of this process. */
    void listen() {
        Signals.register("INT", () -> {
            if (wished.getCount() == 0) {
                Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
            }
            request(ExitStatus.INTERRUPTED);
        });
    }

    /** Listens to SIGTERM too, which is how a service is told to stop: nothing went wrong then. */
    void listenForTermination() {
        Signals.register("TERM", () -> request(ExitStatus.DONE));
    }

    /** Ends what goes on; the command's exit status will be this one. */
    void request(int exitStatus) {
        status = exitStatus;
        wished.countDown();
        wish.tryEmitEmpty();
    }

    boolean isRequested() {
        return wished.getCount() == 0;
    }

    /** Waits for the wish, and says with which status to exit. */
    int await() throws InterruptedException {
        wished.await();
        return status;
    }

    /** Completes with the wish. */
    Mono<Void> asMono() {
        return wish.asMono();
    }
}
