package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code immediate}. */
@Test
public final class RunImmediateTest extends RunVerification {

    public RunImmediateTest() {
        super("immediate");
    }
}
