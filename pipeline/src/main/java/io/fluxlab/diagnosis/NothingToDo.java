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

    /** Not much more than the lab needs for a call. */
    private static final long BRIEF_CALL_NANOS = 1_000;

    /** What the lab needs for a call, or little more: where nothing is seen, that has to do. */
    private static final long TRIVIAL_CALL_NANOS = 400;

    private static final double MOST_SEEN = 0.1;

    /** Where a thread is that makes calls, and is not in one. */
    private static final List<String> CALLERS = List.of("io.fluxlab.", "reactor.");

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
        if (isOfTrivialCalls(evidence)) {
            return Optional.of(Suspicion.of(cause(), "trivial-calls", 1).with("nanos", (double) evidence.callNanos()));
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
                && isOnOneThread(evidence);
    }

    /** Whether of many calls hardly one is ever seen: the threads are between them. */
    private static boolean isOfTrivialCalls(Evidence evidence) {
        return evidence.outline().calls() > 1
                && evidence.outline().failed() == 0
                && evidence.callNanos()
                        < (evidence.samples().count() < LEAST_SAMPLES ? TRIVIAL_CALL_NANOS : BRIEF_CALL_NANOS)
                && evidence.samples().share(NothingToDo::isInACall) < MOST_SEEN
                && isOnOneThread(evidence);
    }

    private static boolean isInACall(Site site) {
        return site.at().stream().noneMatch(frame -> CALLERS.stream().anyMatch(frame::startsWith));
    }

    private static boolean isOnOneThread(Evidence evidence) {
        return evidence.hops().stream().allMatch(path -> path.stops().size() == 1);
    }
}
