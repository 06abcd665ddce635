package io.fluxlab.diagnosis;

import java.util.Optional;

/** Knows the signs of one cause. Implementations are stateless and pure: the same evidence always says the same. */
interface Rule {

    /** The cause whose signs it knows. */
    Cause cause();

    /** What speaks for the cause; empty where nothing does. */
    Optional<Suspicion> suspect(Evidence evidence);
}
