package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.lecture.puzzle.Exploration;
import io.fluxlab.lecture.puzzle.Puzzle;
import java.util.ArrayList;
import java.util.List;

/** What there is in all schedules of a puzzle. Immutable. */
public record ExplorationText(PuzzleWords words, Palette palette, int width) {

    /** The counts, and a shortest schedule that fails. */
    public List<String> lines(Puzzle puzzle, Exploration all) {
        String counts = "" + all.moments();
        List<String> lines = new ArrayList<>();
        if (all.isSafe()) {
            lines.addAll(Prose.wrap(words.say("safe", "" + all.schedules(), counts), width, ""));
        } else {
            lines.addAll(Prose.wrap(words.say("unsafe", "" + all.failing(), "" + all.schedules(), counts), width, ""));
        }
        lines.replaceAll(line -> palette.paint(all.isSafe() ? Ink.GOOD : Ink.STRONG, line));
        all.shortest()
                .map(path -> words.say("shortest", "" + path.size(), PuzzleWords.names(puzzle, path)))
                .ifPresent(text -> lines.addAll(Prose.wrap(text, width, "  ")));
        return lines;
    }
}
