package io.fluxlab.diagnosis;

import java.util.Optional;

/** Threads that could run, of which the machine runs few. Stateless. */
final class StarvedMachine implements Rule {

    /** Less than this of what the tasks could use: the rest is kept by others. */
    private static final double STARVED = 0.4;

    private static final double LEAST_RUNNING = 0.3;

    @Override
    public Cause cause() {
        return Cause.STARVED_MACHINE;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        double got = evidence.cpuShareGot();
        return got < STARVED && evidence.samples().share(Activity.RUNNING, Activity.SPINNING) > LEAST_RUNNING
                ? Optional.of(Suspicion.of(cause(), "cpu", 1 - got).with("got", got))
                : Optional.empty();
    }
}
