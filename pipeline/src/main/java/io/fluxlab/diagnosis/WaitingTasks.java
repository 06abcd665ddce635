package io.fluxlab.diagnosis;

import java.util.Optional;

/** Tasks that wait for something outside, or for time to pass. Stateless. */
final class WaitingTasks implements Rule {

    private static final double WORTH = 0.5;

    @Override
    public Cause cause() {
        return Cause.WAITING;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Samples samples = evidence.samples();
        double share =
                samples.share(site -> site.activity() != Activity.RUNNING && site.activity() != Activity.SPINNING);
        return share < WORTH
                ? Optional.empty()
                : samples.most(site -> site.activity() != Activity.RUNNING && site.activity() != Activity.SPINNING)
                        .map(site -> Suspicion.of(cause(), detail(site), share)
                                .what(site.what())
                                .at(site.at())
                                .with("atOnce", samples.tasks()));
    }

    private static String detail(Site site) {
        return switch (site.activity()) {
            case SLEEPING -> "sleep";
            case IO -> "io";
            case SUSPENDED -> "signal";
            case BLOCKED -> "lock";
            case ACQUIRING, PARKED, PINNED, RUNNING, SPINNING -> "other";
        };
    }
}
