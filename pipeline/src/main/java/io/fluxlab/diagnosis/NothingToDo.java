package io.fluxlab.diagnosis;

import io.fluxlab.trail.Assembly;
import java.util.List;
import java.util.Optional;

/** Work that was done before anybody subscribed, or a body without any. Stateless. */
final class NothingToDo implements Rule {

    private static final double MOST_ASSEMBLY = 0.5;

    /** Of what is built in no time, the share says nothing. */
    private static final long WORTH_NANOS = 100_000;

    private static final int LEAST_SAMPLES = 8;

    /** Less than a task costs that does nothing. */
    private static final long TRIVIAL_NANOS = 10_000;

    @Override
    public Cause cause() {
        return Cause.NOTHING_TO_DO;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Assembly assembly = evidence.whereabouts().assembly();
        int tasks = evidence.whereabouts().tasks();
        if (tasks == 0) {
            return Optional.empty();
        }
        if (assembly.readyMade() > 0 && assembly.readyMade() == tasks) {
            return Optional.of(Suspicion.of(cause(), "ready-made", 1).with("tasks", tasks));
        }
        if (isTrivial(evidence)) {
            return Optional.of(Suspicion.of(cause(), "trivial", 1)
                    .with("nanos", (double) evidence.whereabouts().taskNanos()));
        }
        return assembly.share() > MOST_ASSEMBLY && assembly.nanos() > WORTH_NANOS * tasks
                ? Optional.of(Suspicion.of(cause(), "at-assembly", assembly.share())
                        .at(evidence.samples()
                                .most(site -> !site.at().isEmpty())
                                .map(Site::at)
                                .orElse(List.of())))
                : Optional.empty();
    }

    /** Whether tasks end as soon as they have begun: on their thread, without fail, so that hardly one is ever seen. */
    private static boolean isTrivial(Evidence evidence) {
        return evidence.outline().failed() == 0
                && evidence.outline().silence() == null
                && evidence.whereabouts().taskNanos() < TRIVIAL_NANOS
                && evidence.samples().count() < LEAST_SAMPLES
                && evidence.hops().stream().allMatch(path -> path.stops().size() == 1);
    }
}
