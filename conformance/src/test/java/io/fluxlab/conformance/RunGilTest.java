package io.fluxlab.conformance;

import org.testng.annotations.Test;

/** A run on lane {@code gil}. */
@Test
public final class RunGilTest extends RunVerification {

    public RunGilTest() {
        super("gil");
    }
}
