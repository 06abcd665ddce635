package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code event-loop}. */
@Test
public final class RunEventLoopTest extends RunVerification {

    public RunEventLoopTest() {
        super("event-loop");
    }
}
