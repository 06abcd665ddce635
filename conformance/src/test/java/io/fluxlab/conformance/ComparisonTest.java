package io.fluxlab.conformance;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.lab.LocalLab;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** A comparison of a lab in this JVM. */
@Test
public final class ComparisonTest extends LabPublisherVerification<ComparisonEvent> {

    private final LocalLab lab = LocalLab.create();

    @Override
    Flux<ComparisonEvent> stream() {
        return Streams.comparison(lab);
    }

    @Override
    Flux<ComparisonEvent> failing() {
        return Streams.failingComparison(lab);
    }
}
