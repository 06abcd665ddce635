package io.fluxlab.run;

import io.fluxlab.workload.Recipe;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Child JVMs that stay for several runs, one at a time. Implementations are thread-safe. */
public interface WarmJvms {

    /**
     * The run as a cold stream of its events, in the JVM of this name. Where there is none yet it starts at subscription, and
     * plays the run until it is warm before the one that is told. Cancel stops the run that goes on, and not the JVM.
     *
     * @param recipe of the workload, where it is no service there
     * @param timeLimit after which a run is cancelled
     */
    Flux<RunEvent> run(String jvm, RunRequest request, Optional<Recipe> recipe, Optional<Duration> timeLimit);
}
