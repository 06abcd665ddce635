package io.fluxlab.diagnosis;

import java.util.Optional;

/** Tasks that failed because a source emitted more than was asked for. Stateless. */
final class Overflowed implements Rule {

    /** The error's code. */
    private static final String CODE = "overflow";

    @Override
    public Cause cause() {
        return Cause.OVERFLOW;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Outline outline = evidence.outline();
        Outline.Trouble failure = outline.failure();
        return failure == null || !failure.code().equals(CODE)
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), "source", (double) outline.failed() / Math.max(1, outline.tasks()))
                        .what(failure.message())
                        .at(failure.at())
                        .with("tasks", outline.failed()));
    }
}
