package io.fluxlab.diagnosis;

import java.util.Optional;

/** Threads that compute for most of the tasks' time. Stateless. */
final class CpuBound implements Rule {

    private static final double WORTH = 0.5;

    @Override
    public Cause cause() {
        return Cause.CPU_BOUND;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        double share = evidence.samples().share(Activity.RUNNING);
        return share < WORTH || evidence.waitsInNativeCode()
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), "computing", share)
                        .at(evidence.hottest())
                        .with(
                                "cpus",
                                (double) evidence.machine().cpuNanos()
                                        / Math.max(1, evidence.outline().wallNanos()))
                        .with("atOnce", evidence.samples().atOnce(site -> site.activity() == Activity.RUNNING)));
    }
}
