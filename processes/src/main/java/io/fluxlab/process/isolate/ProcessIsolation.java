package io.fluxlab.process.isolate;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.child.Services;
import io.fluxlab.process.message.Errors;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Workload;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** A run in a child JVM that is made for it, and is otherwise as this one is. */
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
        byte[] run = WireFormat.CBOR.write(new IsolatedRun(
                request, recipe.orElse(null), timeLimit.map(Duration::toMillis).orElse(null)));
        return Children.during(
                lease,
                children -> children.start(ChildOptions.alike(LabProgram.class))
                        .flatMapMany(child -> child.connection().requestStream(DefaultPayload.create(run)))
                        .map(ProcessIsolation::read)
                        .onErrorMap(Errors::arrived)
                        .onErrorMap(IOException.class, ProcessIsolation::lost));
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
