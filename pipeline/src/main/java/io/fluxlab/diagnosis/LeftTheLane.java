package io.fluxlab.diagnosis;

import java.util.Optional;

/** Work that was done on threads that are not the lane's. Stateless. */
final class LeftTheLane implements Rule {

    private static final double WORTH = 0.3;

    @Override
    public Cause cause() {
        return Cause.LEFT_THE_LANE;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Samples samples = evidence.samples();
        double elsewhere = samples.share(Samples::isElsewhere);
        double working = samples.share(site -> site.activity() != Activity.SUSPENDED);
        double share = working == 0 ? 0 : elsewhere / working;
        return share < 0.5 || (elsewhere < WORTH && evidence.samples().atOnce(Samples::isElsewhere) < WORTH)
                ? Optional.empty()
                : samples.most(Samples::isElsewhere)
                        .map(site -> Suspicion.of(cause(), "work", share)
                                .what(site.threads())
                                .at(site.at()));
    }
}
