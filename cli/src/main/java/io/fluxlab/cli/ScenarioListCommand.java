package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.script.Heading;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fluxlab scenario list}: the scenarios that come with Fluxlab. */
@Command(
        name = "list",
        description = "Lists the scenarios that come with Fluxlab, in the lecture's order.",
        sortOptions = false)
final class ScenarioListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

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
        List<Heading> headings = Scripts.headings();
        if (output.json()) {
            headings.forEach(new JsonLines(console)::accept);
            return ExitStatus.DONE;
        }
        Language language = lang.chosen(console);
        Table table = Table.of(
                Column.left(Phrase.SCENARIO.in(language)),
                Column.left(Phrase.TITLE.in(language)),
                Column.left(Phrase.LECTURE_PART.in(language)));
        headings.forEach(heading -> table.row(
                new Cell(Ink.NAME, heading.name()),
                Cell.of(heading.title().in(language)),
                new Cell(Ink.FAINT, heading.lecture())));
        table.lines(output.palette(console), console.listWidth()).forEach(console::line);
        return ExitStatus.DONE;
    }
}
