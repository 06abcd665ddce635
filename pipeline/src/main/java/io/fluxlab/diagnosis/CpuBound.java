package io.fluxlab.diagnosis;

import java.util.List;
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
                        .at(evidence.recorded().hot().stream()
                                .map(Recorded.Hot::at)
                                .filter(at -> !at.isEmpty())
                                .findFirst()
                                .or(() -> evidence.samples()
                                        .most(site -> site.activity() == Activity.RUNNING)
                                        .map(Site::at))
                                .orElse(List.of()))
                        .with(
                                "cpus",
                                (double) evidence.machine().cpuNanos()
                                        / Math.max(1, evidence.outline().wallNanos()))
                        .with("atOnce", evidence.samples().atOnce(site -> site.activity() == Activity.RUNNING)));
    }
}
