package io.fluxlab.conformance;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A run of a lab in this JVM. */
@Test
public abstract class RunVerification extends LabPublisherVerification<RunEvent> {

    private final LocalLab lab = LocalLab.create();
    private final String lane;

    RunVerification(String lane) {
        this.lane = lane;
    }

    @Override
    Flux<RunEvent> stream() {
        return Streams.run(lab, lane);
    }

    @Override
    Flux<RunEvent> failing() {
        return Streams.failingRun(lab);
    }
}
