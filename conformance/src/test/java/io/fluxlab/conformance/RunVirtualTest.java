package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code virtual}. */
@Test
public final class RunVirtualTest extends RunVerification {

    public RunVirtualTest() {
        super("virtual");
    }
}
