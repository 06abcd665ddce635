package io.fluxlab.diagnosis;

import java.util.Optional;

/** Threads that use CPU time to wait. Stateless. */
final class SpinningThreads implements Rule {

    private static final double WORTH = 0.3;

    @Override
    public Cause cause() {
        return Cause.SPINNING;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        double share = evidence.samples().share(Activity.SPINNING);
        return share < WORTH
                ? Optional.empty()
                : evidence.samples()
                        .most(site -> site.activity() == Activity.SPINNING)
                        .map(site -> Suspicion.of(cause(), "loop", share)
                                .what(site.what())
                                .at(site.at()));
    }
}
