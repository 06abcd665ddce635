package io.fluxlab.diagnosis;

import java.util.Optional;
import java.util.function.Predicate;

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
        boolean isNative = evidence.waitsInNativeCode();
        Predicate<Site> waits =
                site -> site.activity() != Activity.SPINNING && (site.activity() != Activity.RUNNING || isNative);
        double share = samples.share(waits);
        return share < WORTH
                ? Optional.empty()
                : samples.most(waits)
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
            case RUNNING -> "native";
            case ACQUIRING, HELD_BACK, AWAITING, PARKED, PINNED, SPINNING -> "other";
        };
    }
}
