package io.fluxlab.diagnosis;

import io.fluxlab.diagnosis.Recorded.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Virtual threads that waited on their carriers. Stateless. */
final class PinnedThreads implements Rule {

    /** Which part of the carriers' time must be lost. */
    private static final double WORTH = 0.3;

    /** The lane with its settings, or with a limit: {@code virtual, 16 at once}. */
    private static final Pattern VIRTUAL = Pattern.compile("virtual([:,].*)?");

    @Override
    public Cause cause() {
        return Cause.PINNED;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        long nanos = evidence.recorded().nanos(Kind.PINNED);
        int carriers = Math.min(evidence.machine().cpus(), Math.max(1, (int)
                Math.round(evidence.samples().tasks())));
        double share = (double) nanos / Math.max(1, evidence.outline().wallNanos() * carriers);
        return share < WORTH
                ? bySamples(evidence.samples()).or(() -> inNativeCode(evidence))
                : evidence.recorded()
                        .longest(Kind.PINNED)
                        .map(wait -> Suspicion.of(cause(), "carrier", share)
                                .what(wait.what())
                                .at(wait.at())
                                .with("times", (double) wait.count())
                                .with("nanos", (double) nanos));
    }

    /** Of native code that waits and has never left it, neither the flight recorder nor a thread's state tells. */
    private Optional<Suspicion> inNativeCode(Evidence evidence) {
        Samples samples = evidence.samples();
        double share = samples.share(Activity.RUNNING);
        boolean isVirtual = VIRTUAL.matcher(evidence.outline().lane()).matches();
        return share < WORTH || !isVirtual || !evidence.waitsInNativeCode()
                ? Optional.empty()
                : samples.most(site -> site.activity() == Activity.RUNNING)
                        .map(site -> Suspicion.of(cause(), "native", share)
                                .at(site.at())
                                .with("atOnce", samples.atOnce(each -> each.activity() == Activity.RUNNING)));
    }

    /** The flight recorder tells of a wait when it has ended, and not of every one. */
    private Optional<Suspicion> bySamples(Samples samples) {
        double share = samples.share(Activity.PINNED);
        return share < WORTH
                ? Optional.empty()
                : samples.most(site -> site.activity() == Activity.PINNED)
                        .map(site -> Suspicion.of(cause(), "seen", share)
                                .at(site.at())
                                .with("atOnce", samples.atOnce(each -> each.activity() == Activity.PINNED)));
    }
}
