package io.fluxlab.process.isolate;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.child.MadeWorkload;
import io.fluxlab.process.message.Errors;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** A lab that plays runs, one after the other. */
public final class LabProgram implements ChildProgram {

    private final MadeWorkload made = new MadeWorkload();

    @Override
    public RSocket start(ChildScope process) {
        return new RSocket() {
            @Override
            public Flux<Payload> requestStream(Payload request) {
                return play(WireFormat.CBOR.read(new ByteBufInputStream(request.sliceData()), IsolatedRun.class));
            }
        };
    }

    private Flux<Payload> play(IsolatedRun isolated) {
        RunLimits limits = Optional.ofNullable(isolated.limitMillis())
                .map(millis -> RunLimits.NONE.withRunTime(Duration.ofMillis(millis)))
                .orElse(RunLimits.NONE);
        LocalLab.Builder lab = LocalLab.builder().limits(limits);
        Optional.ofNullable(isolated.recipe()).map(made::of).ifPresent(lab::workload);
        LocalLab built = lab.build();
        return (isolated.warm() ? WarmRun.of(built, isolated.request()) : built.run(isolated.request()))
                .map(event -> DefaultPayload.create(WireFormat.CBOR.write(event)))
                .onErrorMap(Errors::of);
    }
}
