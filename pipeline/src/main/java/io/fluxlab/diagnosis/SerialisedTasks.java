package io.fluxlab.diagnosis;

import java.util.Optional;

/** Several tasks that could go on, and one at a time does: a lock, a thread, an operator that keeps order. Stateless. */
final class SerialisedTasks implements Rule {

    private static final double WORTH = 0.35;
    private static final double ALONE = 1.5;
    private static final double SEVERAL = 1.5;
    private static final double BUSY = 0.6;
    private static final String COMMON_POOL = "ForkJoinPool.commonPool";

    @Override
    public Cause cause() {
        return Cause.SERIALISED;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        return byLock(evidence).or(() -> byThread(evidence)).or(() -> byOperator(evidence));
    }

    private Optional<Suspicion> byLock(Evidence evidence) {
        Samples samples = evidence.samples();
        return samples.most(site -> site.activity() == Activity.BLOCKED
                        || (site.isForSomeOnly() && site.outside().tasks() < ALONE))
                .filter(site -> samples.tasks() > SEVERAL && site.samples() >= worth(samples.tasks()) * samples.count())
                .map(site -> Suspicion.of(cause(), "lock", site.samples() / samples.count())
                        .what(site.what())
                        .at(site.at())
                        .with("waiting", samples.atOnce(site::equals)));
    }

    /** Where one of so many tasks has a lock all the time, the others wait for all of it: that, in part, is worth telling. */
    private static double worth(double tasks) {
        return Math.min(WORTH, (tasks - 1) / tasks / 2);
    }

    /** One thread has all the work, and other tasks wait for it. */
    private Optional<Suspicion> byThread(Evidence evidence) {
        Samples samples = evidence.samples();
        double pending = samples.pending();
        return samples.most(Samples::isElsewhere)
                .filter(site -> pending >= WORTH && samples.tasks() > SEVERAL && !computesOnASharedPool(site))
                .filter(site -> threads(samples, site.threads()) == 1
                        && samples.atOnce(other -> other.threads().equals(site.threads())) > BUSY)
                .map(site -> Suspicion.of(cause(), "thread", pending)
                        .what(site.threads())
                        .at(site.at())
                        .with("waiting", samples.atOnce(Samples::isPending)));
    }

    /** That it has one thread is so on a machine of two CPUs: who computes there has as many as there are. */
    private static boolean computesOnASharedPool(Site site) {
        return site.activity() == Activity.RUNNING && site.threads().startsWith(COMMON_POOL);
    }

    static int threads(Samples samples, String group) {
        return samples.sites().stream()
                .filter(site -> site.threads().equals(group))
                .mapToInt(Site::distinctThreads)
                .max()
                .orElse(0);
    }

    private Optional<Suspicion> byOperator(Evidence evidence) {
        Samples samples = evidence.samples();
        double idle = 1 - samples.share(Activity.RUNNING, Activity.SPINNING);
        return samples.most(site ->
                        site.activity() == Activity.SUSPENDED && Operators.keepsOrder(String.valueOf(site.what())))
                .filter(site -> site.samples() >= WORTH * samples.count() && idle >= WORTH)
                .filter(site -> !HopBound.isMostOfTheWork(evidence))
                .map(site -> Suspicion.of(cause(), "operator", site.samples() / samples.count())
                        .what(site.what())
                        .at(site.at()));
    }
}
