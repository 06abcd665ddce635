package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code bounded-elastic}. */
@Test
public final class RunBoundedElasticTest extends RunVerification {

    public RunBoundedElasticTest() {
        super("bounded-elastic");
    }
}
