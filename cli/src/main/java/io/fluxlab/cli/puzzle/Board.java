package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.lecture.puzzle.ProgramStep;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleState;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.lecture.puzzle.ScheduleStep;
import io.fluxlab.lecture.puzzle.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the threads of a puzzle are: what they share, who waits for whom, and which turns there were. Immutable. */
record Board(PuzzleWords words, Palette palette, int width) {

    private static final String INDENT = "  ";

    /** The values that the threads share, and a sentence for each thread. */
    List<String> states(Schedule play) {
        Puzzle puzzle = play.puzzle();
        PuzzleState moment = play.moment();
        List<String> lines = new ArrayList<>();
        String shared = words.values(puzzle, moment);
        if (!shared.isEmpty()) {
            lines.addAll(painted(Ink.STRONG, shared));
        }
        for (int thread = 0; thread < puzzle.threads().size(); thread++) {
            lines.addAll(state(puzzle, moment, thread));
        }
        return lines;
    }

    /** All turns; nothing before the first one. */
    List<String> turns(Schedule play) {
        List<String> turns = numbered(play);
        return turns.isEmpty() ? List.of() : painted(Ink.FAINT, sentence(turns));
    }

    /** As many of the last turns as one line has room for, and at least the last one. */
    List<String> lastTurns(Schedule play) {
        List<String> turns = numbered(play);
        return IntStream.range(0, turns.size())
                .mapToObj(from -> from == 0 ? turns : since(turns, from))
                .map(some -> painted(Ink.FAINT, sentence(some)))
                .filter(lines -> lines.size() == 1)
                .findFirst()
                .orElseGet(() -> turns.isEmpty() ? List.of() : painted(Ink.FAINT, turns.get(turns.size() - 1)));
    }

    private static List<String> since(List<String> turns, int from) {
        List<String> some = new ArrayList<>(List.of("…"));
        some.addAll(turns.subList(from, turns.size()));
        return some;
    }

    private List<String> numbered(Schedule play) {
        List<String> turns = new ArrayList<>();
        for (ScheduleStep turn : play.turns()) {
            turns.add("%d %s %s"
                    .formatted(
                            turns.size() + 1, PuzzleWords.name(play.puzzle(), turn.thread()), words.operation(turn)));
        }
        return turns;
    }

    private String sentence(List<String> turns) {
        return words.say("turns", String.join(" · ", turns));
    }

    private List<String> state(Puzzle puzzle, PuzzleState moment, int thread) {
        String name = PuzzleWords.name(puzzle, thread);
        ThreadState place = moment.places().get(thread);
        String register = puzzle.threads().get(thread).steps().stream().anyMatch(ProgramStep::isPart)
                ? ", " + words.say("register", name, "" + place.register())
                : "";
        if (moment.failed().equals(Optional.of(thread))) {
            return painted(Ink.BAD, words.say("state.failed", name));
        } else if (puzzle.next(moment, thread).isEmpty()) {
            return painted(Ink.FAINT, words.say("state.ended", name) + register);
        }
        return puzzle.blocked(moment, thread)
                .map(blocked -> painted(Ink.DOUBTFUL, words.blocked(puzzle, blocked) + register))
                .orElseGet(() -> painted(Ink.GOOD, words.say("state.can", name) + register));
    }

    private List<String> painted(Ink ink, String text) {
        return Prose.wrap(text, width, INDENT).stream()
                .map(line -> palette.paint(ink, line))
                .toList();
    }
}
