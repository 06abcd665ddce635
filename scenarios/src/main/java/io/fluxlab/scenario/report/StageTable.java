package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Phrase;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.PlacementFinding.StageShare;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the stages took in each placement that a step compared, as a table. */
final class StageTable {

    private static final int PERCENT = 100;

    private StageTable() {}

    /** The table; empty where no placements were compared. */
    static Optional<LaneTable> of(StepStory step, Language language) {
        Verdict verdict = step.verdict();
        if (verdict == null) {
            return Optional.empty();
        }
        List<PlacementFinding> placements = verdict.placements();
        return placements == null || placements.isEmpty()
                ? Optional.empty()
                : Optional.of(table(placements, verdict.recommended(), language));
    }

    private static LaneTable table(List<PlacementFinding> placements, @Nullable String recommended, Language language) {
        List<String> headings = Stream.of(
                        Phrase.PLACEMENT,
                        Phrase.STAGE,
                        Phrase.LANE,
                        Phrase.OF_TIME,
                        Phrase.OF_CPU,
                        Phrase.BUSY,
                        Phrase.WORKS,
                        Phrase.AWAITED,
                        Phrase.QUEUES,
                        Phrase.HOP)
                .map(phrase -> phrase.in(language))
                .toList();
        VerdictWording wording = VerdictWording.in(language);
        return new LaneTable(
                headings,
                placements.stream()
                        .flatMap(placement -> placement.stages().stream()
                                .map(share -> new LaneTable.Line(
                                        placement.lane().equals(recommended),
                                        cells(placement, share, wording, language))))
                        .toList());
    }

    private static List<String> cells(
            PlacementFinding placement, StageShare share, VerdictWording wording, Language language) {
        boolean isFirst = placement.stages().get(0).equals(share);
        boolean decides = share.stage().equals(placement.decides());
        Double cpu = share.cpuShare();
        Long hop = share.hops() > 0 ? share.hopNanos() : null;
        return List.of(
                isFirst ? placement.lane() : "",
                share.stage() + (decides ? " (" + Phrase.DECIDES.in(language) + ")" : ""),
                share.lane(),
                percent(share.timeShare()),
                cpu == null ? LaneTable.NONE : percent(cpu),
                percent(share.busy()),
                wording.time(share.workNanos()),
                wording.time(share.waitNanos()),
                wording.time(share.queueNanos()),
                hop == null ? LaneTable.NONE : wording.time(hop));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * part);
    }
}
