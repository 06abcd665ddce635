package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code parallel}. */
@Test
public final class RunParallelTest extends RunVerification {

    public RunParallelTest() {
        super("parallel");
    }
}
