package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.Phrase;
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

    /** Whether everything expected came out everywhere. */
    public boolean passed() {
        return ends.stream().allMatch(ScenarioFinished::passed);
    }

    /** A row for each. */
    public List<String> lines(Language language, Palette palette) {
        Table table = Table.of(
                Column.left(""),
                Column.left(Phrase.SCENARIO.in(language)),
                Column.right(Phrase.EXPECTED.in(language)),
                Column.right(Phrase.TIME.in(language)));
        ends.forEach(end -> table.row(
                new Cell(end.passed() ? Ink.GOOD : Ink.BAD, end.passed() ? "✓" : "✗"),
                Cell.of(end.scenario()),
                Cell.of(end.held() + " / " + end.all()),
                Cell.of(VerdictWording.in(language).time(end.atNanos()))));
        long passed = ends.stream().filter(ScenarioFinished::passed).count();
        long nanos = ends.stream().mapToLong(ScenarioFinished::atNanos).sum();
        List<String> lines = new ArrayList<>(table.lines(palette));
        lines.add("");
        lines.add(palette.paint(
                        passed() ? Ink.GOOD : Ink.BAD, (passed() ? Phrase.ALL_HELD : Phrase.NOT_ALL_HELD).in(language))
                + ": %d %s %d, %s"
                        .formatted(
                                passed,
                                Phrase.OF.in(language),
                                ends.size(),
                                VerdictWording.in(language).time(nanos)));
        return lines;
    }
}
