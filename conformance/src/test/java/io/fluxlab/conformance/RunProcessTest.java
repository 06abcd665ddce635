package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code process}. */
@Test
public final class RunProcessTest extends RunVerification {

    public RunProcessTest() {
        super("process");
    }
}
