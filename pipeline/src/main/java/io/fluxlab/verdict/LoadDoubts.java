package io.fluxlab.verdict;

import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.LoadSummary.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what speaks against trusting latencies under load. */
final class LoadDoubts {

    private LoadDoubts() {}

    static List<Doubt> of(Tally tally) {
        List<Doubt> found = new ArrayList<>();
        loads(tally)
                .map(LoadSummary::judged)
                .filter(Objects::nonNull)
                .filter(judged -> judged.count() < judged.enough())
                .min(Comparator.comparingLong(Judged::count))
                .ifPresent(few -> found.add(new Doubt.FewArrivals(few.by(), few.count(), few.enough())));
        loads(tally)
                .filter(LoadSummary::wasSentLate)
                .max(Comparator.comparingLong(load -> load.sending().p99Nanos()))
                .ifPresent(late -> found.add(new Doubt.SentLate(late.sending().p99Nanos())));
        return found;
    }

    private static Stream<LoadSummary> loads(Tally tally) {
        return tally.samples().stream().map(LaneSample::load).filter(Objects::nonNull);
    }
}
