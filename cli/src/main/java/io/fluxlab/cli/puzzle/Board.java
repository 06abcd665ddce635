package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Width;
import io.fluxlab.lecture.puzzle.ProgramStep;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleState;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.lecture.puzzle.ScheduleStep;
import io.fluxlab.lecture.puzzle.ThreadProgram;
import io.fluxlab.lecture.puzzle.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the threads of a puzzle are: their programs side by side, what they share, and who waits for whom. Immutable. */
record Board(PuzzleWords words, Palette palette, int width) {

    private static final String GAP = "   ";

    List<String> lines(Schedule play) {
        Puzzle puzzle = play.puzzle();
        PuzzleState moment = play.moment();
        List<String> lines = new ArrayList<>();
        lines.addAll(programs(puzzle, moment));
        lines.add("");
        String shared = words.values(puzzle, moment);
        if (!shared.isEmpty()) {
            lines.add(palette.paint(Ink.STRONG, shared));
        }
        for (int thread = 0; thread < puzzle.threads().size(); thread++) {
            lines.add(state(puzzle, moment, thread));
        }
        List<String> turns = new ArrayList<>();
        for (ScheduleStep turn : play.turns()) {
            turns.add("%d %s %s"
                    .formatted(turns.size() + 1, PuzzleWords.name(puzzle, turn.thread()), words.operation(turn)));
        }
        if (!turns.isEmpty()) {
            lines.addAll(Prose.wrap(words.say("turns", String.join(" · ", turns)), width, "  ").stream()
                    .map(line -> palette.paint(Ink.FAINT, line))
                    .toList());
        }
        return lines;
    }

    private String state(Puzzle puzzle, PuzzleState moment, int thread) {
        String name = PuzzleWords.name(puzzle, thread);
        ThreadState place = moment.places().get(thread);
        String register = puzzle.threads().get(thread).steps().stream().anyMatch(ProgramStep::isPart)
                ? ", " + words.say("register", name, "" + place.register())
                : "";
        if (moment.failed().equals(Optional.of(thread))) {
            return palette.paint(Ink.BAD, words.say("state.failed", name));
        } else if (puzzle.next(moment, thread).isEmpty()) {
            return palette.paint(Ink.FAINT, words.say("state.ended", name) + register);
        }
        return puzzle.blocked(moment, thread)
                .map(blocked -> palette.paint(Ink.DOUBTFUL, words.blocked(puzzle, blocked) + register))
                .orElseGet(() -> palette.paint(Ink.GOOD, words.say("state.can", name) + register));
    }

    private List<String> programs(Puzzle puzzle, PuzzleState moment) {
        List<List<String>> columns = new ArrayList<>();
        for (int thread = 0; thread < puzzle.threads().size(); thread++) {
            columns.add(program(puzzle, moment, thread));
        }
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int thread = 0; thread < columns.size(); thread++) {
                List<String> column = columns.get(thread);
                int room = column.stream().mapToInt(Width::of).max().orElse(0);
                String text = Width.fit(row < column.size() ? column.get(row) : "", room);
                line.append(thread == 0 ? "" : GAP).append(palette.paint(ink(puzzle, moment, thread, text), text));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static Ink ink(Puzzle puzzle, PuzzleState moment, int thread, String text) {
        if (!text.startsWith("▶")) {
            return text.startsWith("  ") ? Ink.PLAIN : Ink.NAME;
        } else if (moment.failed().equals(Optional.of(thread))) {
            return Ink.BAD;
        }
        return puzzle.blocked(moment, thread).isPresent() ? Ink.DOUBTFUL : Ink.GOOD;
    }

    /** The name, and a line for each operation: those of one statement are indented below it. */
    private static List<String> program(Puzzle puzzle, PuzzleState moment, int thread) {
        ThreadProgram script = puzzle.threads().get(thread);
        int next = moment.places().get(thread).next();
        List<String> lines = new ArrayList<>(List.of(script.thread()));
        String above = "";
        for (int i = 0; i < script.steps().size(); i++) {
            ProgramStep step = script.steps().get(i);
            if (step.isPart() && !step.statement().equals(above)) {
                lines.add("  " + step.statement());
            }
            above = step.statement();
            lines.add((i == next ? "▶ " : "  ") + (step.isPart() ? "    " : "") + step.text());
        }
        return lines;
    }
}
