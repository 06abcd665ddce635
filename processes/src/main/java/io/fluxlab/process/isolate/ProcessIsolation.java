package io.fluxlab.process.isolate;

import io.fluxlab.lane.Claim;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Services;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A run in a child JVM that is made for it, and is otherwise as this one is. */
public final class ProcessIsolation implements Isolation {

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return Services.refusal(workload);
    }

    @Override
    public Claim claim() {
        return new Claim(1, ChildOptions.heapMegabytesAlike());
    }

    @Override
    public Flux<RunEvent> run(RunRequest request, Optional<Duration> timeLimit) {
        IsolatedRun run =
                new IsolatedRun(request, timeLimit.map(Duration::toMillis).orElse(null));
        return Flux.usingWhen(Mono.fromSupplier(IsolatedJvm::new), jvm -> jvm.play(run), IsolatedJvm::close);
    }
}
