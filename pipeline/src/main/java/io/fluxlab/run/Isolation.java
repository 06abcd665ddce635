package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Gives runs JVMs of their own. Found by {@link java.util.ServiceLoader}. Implementations are stateless and thread-safe. */
public interface Isolation {

    /** Why this workload can't run in another JVM, or empty where it can. */
    Optional<String> refusal(Workload<?> workload);

    /** What such a JVM takes of the machine, without what the run's lane takes. */
    Claim claim();

    /**
     * The run as a cold stream of its events, in a JVM that starts at subscription and is gone before the stream
     * completes, or soon after an error or cancel.
     *
     * @param recipe of the workload, where it is no service there
     * @param timeLimit after which the run is cancelled
     * @param lease of which it makes use until the JVM is gone
     */
    Flux<RunEvent> run(RunRequest request, Optional<Recipe> recipe, Optional<Duration> timeLimit, Lease lease);

    /**
     * What goes on with warm JVMs at hand; none has been started yet. Cold. However it ends, also by cancel, all of them are
     * ended; completion and errors wait for that.
     *
     * @param lease of which it makes use until they are gone
     */
    <T> Flux<T> during(Lease lease, Function<WarmJvms, ? extends Publisher<T>> life);
}
