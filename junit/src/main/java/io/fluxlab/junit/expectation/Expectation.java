package io.fluxlab.junit.expectation;

/** Something that a body is expected to be. Immutable. A lane named {@code ""} is the one that is recommended. */
public sealed interface Expectation permits FreeLoop, Speed, UnblockedLoop, OwnLane, RecommendedLane {

    /** Whether it is. */
    Answer of(Evidence evidence);
}
