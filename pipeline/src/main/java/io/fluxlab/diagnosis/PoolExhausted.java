package io.fluxlab.diagnosis;

import java.util.Optional;

/** Tasks that wait for a place in a pool, whose places are taken. Stateless. */
final class PoolExhausted implements Rule {

    private static final double WORTH = 0.35;
    private static final double BUSY = 0.8;

    /** Of a pool of fewer places it can't be told from a lock. */
    private static final double LEAST_PLACES = 1.5;

    @Override
    public Cause cause() {
        return Cause.POOL_EXHAUSTED;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        return ofPermits(evidence).or(() -> ofThreads(evidence)).or(() -> byFailure(evidence));
    }

    private Optional<Suspicion> ofPermits(Evidence evidence) {
        Samples samples = evidence.samples();
        return samples.most(site -> site.isForSomeOnly() && site.outside().tasks() >= LEAST_PLACES)
                .filter(site -> site.samples() >= WORTH * samples.count())
                .map(site -> Suspicion.of(cause(), "permits", site.samples() / samples.count())
                        .what(site.what())
                        .at(site.at())
                        .with("places", (double) Math.round(site.outside().tasks()))
                        .with("waiting", samples.atOnce(site::equals)));
    }

    /** Several threads of a pool hold tasks that wait, and more wait for them. */
    private Optional<Suspicion> ofThreads(Evidence evidence) {
        Samples samples = evidence.samples();
        double pending = samples.pending();
        return samples.most(site -> Samples.isElsewhere(site) && site.activity().holdsThread())
                .filter(site -> pending >= WORTH)
                .filter(site -> {
                    int threads = SerialisedTasks.threads(samples, site.threads());
                    return threads > 1
                            && samples.atOnce(other -> other.threads().equals(site.threads())) > BUSY * threads;
                })
                .map(site -> Suspicion.of(cause(), "threads", pending)
                        .what(site.threads())
                        .at(site.at())
                        .with("places", SerialisedTasks.threads(samples, site.threads()))
                        .with("waiting", samples.atOnce(Samples::isPending)));
    }

    private Optional<Suspicion> byFailure(Evidence evidence) {
        Outline outline = evidence.outline();
        Outline.Trouble failure = outline.failure();
        return failure == null || !PoolWords.speakOfPool(failure)
                ? Optional.empty()
                : Optional.of(withPlaces(
                        evidence,
                        Suspicion.of(cause(), "refused", (double) outline.failed() / Math.max(1, outline.tasks()))
                                .what(failure.message())
                                .at(failure.at())));
    }

    /** With the places of the pool, where some were seen waiting for one, however few. */
    private static Suspicion withPlaces(Evidence evidence, Suspicion suspicion) {
        return evidence.samples()
                .most(site -> site.isForSomeOnly() && site.outside().tasks() >= LEAST_PLACES)
                .map(site -> suspicion.with(
                        "places", (double) Math.round(site.outside().tasks())))
                .orElse(suspicion);
    }
}
