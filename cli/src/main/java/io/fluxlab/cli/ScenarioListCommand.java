package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.scenario.LectureHeadings;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.script.Heading;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fluxlab scenario list}: the scenarios that come with Fluxlab. */
@Command(
        name = "list",
        description =
                "Lists the scenarios that come with Fluxlab: those of the lecture, in its order, or the traps that were reported in public.",
        sortOptions = false)
final class ScenarioListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--traps", description = "Those that rebuild a public report, each with where it was reported.")
    private boolean traps;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ScenarioListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        List<Heading> headings = traps ? Scripts.trapHeadings() : Scripts.headings();
        if (output.json()) {
            headings.forEach(new JsonLines(console)::accept);
            return ExitStatus.DONE;
        }
        Language language = lang.chosen(console);
        Table table = Table.of(
                Column.left(Phrase.SCENARIO.in(language)),
                Column.left(Phrase.TITLE.in(language)),
                Column.left((traps ? Phrase.REPORT : Phrase.LECTURE_PART).in(language)));
        headings.forEach(heading -> table.row(
                new Cell(Ink.NAME, heading.name()),
                Cell.of(heading.title().in(language)),
                new Cell(Ink.FAINT, traps ? heading.source() : LectureHeadings.in(language, heading.lecture()))));
        table.lines(output.palette(console), console.listWidth()).forEach(console::line);
        return ExitStatus.DONE;
    }
}
