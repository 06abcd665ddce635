package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.ScenarioOutcome;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;

/** How several scenarios ended. Immutable. */
public record ScenarioSummary(List<ScenarioFinished> ends) {

    public ScenarioSummary {
        ends = List.copyOf(ends);
    }

    /** Whether nothing was found to be other than expected. */
    public boolean passed() {
        return ends.stream().allMatch(ScenarioFinished::passed);
    }

    private ScenarioOutcome outcome() {
        return ScenarioOutcome.of(
                ends.stream().mapToInt(ScenarioFinished::held).sum(),
                ends.stream().mapToInt(ScenarioFinished::failed).sum(),
                ends.stream().mapToInt(ScenarioFinished::undecided).sum());
    }

    static Ink ink(ScenarioOutcome outcome) {
        return switch (outcome) {
            case ALL_HELD, JUDGED_HELD -> Ink.GOOD;
            case NOTHING_JUDGED -> Ink.DOUBTFUL;
            case NOT_ALL_HELD -> Ink.BAD;
        };
    }

    /** A row for each. */
    public List<String> lines(Language language, Palette palette) {
        Table table = Table.of(
                Column.left(""),
                Column.left(Phrase.SCENARIO.in(language)),
                Column.right(Phrase.EXPECTED.in(language)),
                Column.right(Phrase.TIME.in(language)));
        ends.forEach(end -> table.row(
                new Cell(ink(end.outcome()), end.outcome().mark()),
                Cell.of(end.scenario()),
                Cell.of(end.held() + " / " + end.all()),
                Cell.of(VerdictWording.in(language).time(end.atNanos()))));
        long cameOut = ends.stream()
                .filter(end -> end.passed() && end.outcome() != ScenarioOutcome.NOTHING_JUDGED)
                .count();
        long nanos = ends.stream().mapToLong(ScenarioFinished::atNanos).sum();
        List<String> lines = new ArrayList<>(table.lines(palette));
        lines.add("");
        lines.add(palette.paint(ink(outcome()), outcome().phrase().in(language))
                + ": %d %s %d, %s"
                        .formatted(
                                cameOut,
                                Phrase.OF.in(language),
                                ends.size(),
                                VerdictWording.in(language).time(nanos)));
        return lines;
    }
}
