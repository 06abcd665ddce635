package io.fluxlab.diagnosis;

import java.util.Optional;

/** Threads that could run, of which the machine runs few. Stateless. */
final class StarvedMachine implements Rule {

    private static final double LEAST_RUNNING = 0.3;

    @Override
    public Cause cause() {
        return Cause.STARVED_MACHINE;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        double got = evidence.cpuShareGot();
        return evidence.isStarved() && evidence.samples().share(Activity.RUNNING, Activity.SPINNING) > LEAST_RUNNING
                ? Optional.of(Suspicion.of(cause(), "cpu", 1 - got).with("got", got))
                : Optional.empty();
    }
}
