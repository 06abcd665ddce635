package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.lecture.puzzle.Operation.Take;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleOutcome;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Deadlock;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.NothingToTake;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Open;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Well;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.WrongValue;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.lecture.puzzle.ScheduleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A schedule, turn by turn, and how it ended. Immutable. */
public record PlayText(PuzzleWords words, Palette palette, int width) {

    /** The turns as a table, and the end. */
    public List<String> whole(Schedule play) {
        Puzzle puzzle = play.puzzle();
        Table table = Table.of(
                Column.right(words.say("turn")),
                Column.left(words.say("thread")),
                Column.left(words.say("operation")),
                Column.left(words.say("after")));
        List<ScheduleStep> turns = play.turns();
        for (int i = 0; i < turns.size(); i++) {
            ScheduleStep turn = turns.get(i);
            table.row(
                    Cell.of(String.valueOf(i + 1)),
                    new Cell(Ink.NAME, PuzzleWords.name(puzzle, turn.thread())),
                    Cell.of(words.operation(turn)),
                    Cell.of(after(puzzle, turn)));
        }
        List<String> lines = new ArrayList<>(turns.isEmpty() ? List.of() : table.lines(palette, width));
        lines.add("");
        lines.addAll(end(play));
        return lines;
    }

    private String after(Puzzle puzzle, ScheduleStep turn) {
        List<String> parts = new ArrayList<>();
        String values = words.values(puzzle, turn.after());
        if (!values.isEmpty()) {
            parts.add(values);
        }
        if (turn.step().isPart()) {
            parts.add(words.say(
                    "register",
                    PuzzleWords.name(puzzle, turn.thread()),
                    String.valueOf(turn.after().places().get(turn.thread()).register())));
        }
        turn.after().owners().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lock -> words.say("held", lock.getKey(), PuzzleWords.name(puzzle, lock.getValue())))
                .forEach(parts::add);
        return String.join(", ", parts);
    }

    /** How it ended, and why: one paragraph or more. */
    List<String> end(Schedule play) {
        PuzzleOutcome outcome = play.outcome();
        Ink ink = outcome.isFault() ? Ink.BAD : outcome instanceof Well ? Ink.GOOD : Ink.PLAIN;
        List<String> sentences = sentences(play, outcome);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Ink one = i == 0 ? ink : Ink.PLAIN;
            Prose.wrap(sentences.get(i), width, "").forEach(line -> lines.add(palette.paint(one, line)));
        }
        if (outcome.isFault()) {
            String schedule = PuzzleWords.names(play.puzzle(), play.schedule());
            lines.addAll(Prose.wrap(words.say("led", schedule), width, "  "));
        }
        return lines;
    }

    private List<String> sentences(Schedule play, PuzzleOutcome outcome) {
        Puzzle puzzle = play.puzzle();
        return switch (outcome) {
            case Open open -> List.of(words.say("open", PuzzleWords.names(puzzle, puzzle.enabled(play.moment()))));
            case Well well -> List.of(words.say("well"));
            case WrongValue wrong -> wrongValue(play, wrong);
            case Deadlock deadlock -> {
                List<String> all = new ArrayList<>(List.of(words.say("deadlock")));
                deadlock.threads().forEach(blocked -> all.add(words.blocked(puzzle, blocked) + "."));
                yield all;
            }
            case NothingToTake nothing -> nothingToTake(play, nothing);
        };
    }

    private List<String> wrongValue(Schedule play, WrongValue wrong) {
        Puzzle puzzle = play.puzzle();
        List<String> all = new ArrayList<>(
                List.of(words.say("wrong", wrong.variable(), "" + wrong.found(), "" + wrong.expected())));
        play.overwrite()
                .map(over -> words.say(
                        "overwrite",
                        "" + over.load(),
                        PuzzleWords.name(puzzle, over.reader()),
                        wrong.variable(),
                        "" + over.between(),
                        PuzzleWords.name(puzzle, over.loser()),
                        "" + over.store()))
                .ifPresent(all::add);
        return all;
    }

    private List<String> nothingToTake(Schedule play, NothingToTake nothing) {
        List<ScheduleStep> turns = play.turns();
        String thread = PuzzleWords.name(play.puzzle(), nothing.thread());
        List<String> all = new ArrayList<>(List.of(words.say("nothing", thread)));
        IntStream.range(0, turns.size() - 1)
                .filter(i -> turns.get(i).step().operation().equals(new Take(nothing.list())))
                .reduce((earlier, later) -> later)
                .ifPresent(i -> all.add(words.say(
                        "snatched",
                        thread,
                        PuzzleWords.name(play.puzzle(), turns.get(i).thread()),
                        "" + (i + 1))));
        return all;
    }
}
