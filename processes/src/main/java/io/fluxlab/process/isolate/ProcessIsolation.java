package io.fluxlab.process.isolate;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.child.Services;
import io.fluxlab.process.message.Errors;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.WarmJvms;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Workload;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Runs in child JVMs that are made for them, and are otherwise as this one is. */
public final class ProcessIsolation implements Isolation {

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return Services.refusal(workload);
    }

    @Override
    public Claim claim() {
        return Children.claim(1, ChildOptions.heapMegabytesAlike());
    }

    @Override
    public Flux<RunEvent> run(RunRequest request, Optional<Recipe> recipe, Optional<Duration> timeLimit, Lease lease) {
        return Children.during(
                lease,
                children -> children.start(ChildOptions.alike(LabProgram.class))
                        .flatMapMany(child -> run(child, request, recipe, false, timeLimit)));
    }

    @Override
    public <T> Flux<T> during(Lease lease, Function<WarmJvms, ? extends Publisher<T>> life) {
        return Children.during(lease, children -> life.apply(new NamedChildren(children)));
    }

    /** The run in this child. Cold. */
    static Flux<RunEvent> run(
            Child child, RunRequest request, Optional<Recipe> recipe, boolean warm, Optional<Duration> timeLimit) {
        return Flux.defer(() -> child.connection()
                        .requestStream(DefaultPayload.create(WireFormat.CBOR.write(new IsolatedRun(
                                request,
                                recipe.orElse(null),
                                warm,
                                timeLimit.map(Duration::toMillis).orElse(null))))))
                .map(ProcessIsolation::read)
                .onErrorMap(Errors::arrived)
                .onErrorMap(IOException.class, ProcessIsolation::lost);
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
}
