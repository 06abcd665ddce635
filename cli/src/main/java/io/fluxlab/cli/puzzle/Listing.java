package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Width;
import io.fluxlab.lecture.puzzle.ProgramStep;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleState;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.lecture.puzzle.ThreadProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of a puzzle's threads side by side, each marked where its thread is. Immutable. */
record Listing(Palette palette, int width) {

    private static final String MARK = "▶";
    private static final int WIDE_GAP = 3;
    private static final int NARROW_GAP = 1;

    /** How many lines the longest program takes, with its thread's name. */
    static int height(Puzzle puzzle) {
        return puzzle.threads().stream()
                .mapToInt(thread -> program(thread, 0).size())
                .max()
                .orElse(0);
    }

    /**
     * The programs in at most so many lines. Where a program is longer, it is scrolled to where its thread is; where all
     * are too wide together, the widest ones are cut.
     */
    List<String> lines(Schedule play, int rows) {
        Puzzle puzzle = play.puzzle();
        List<List<String>> columns = new ArrayList<>();
        for (int thread = 0; thread < puzzle.threads().size(); thread++) {
            int next = play.moment().places().get(thread).next();
            columns.add(scrolled(program(puzzle.threads().get(thread), next), rows));
        }
        List<Integer> wanted = columns.stream()
                .map(column -> column.stream().mapToInt(Width::of).max().orElse(0))
                .toList();
        int gap = taken(wanted, WIDE_GAP) <= width ? WIDE_GAP : NARROW_GAP;
        List<Integer> widths = shared(wanted, width - gap * (wanted.size() - 1));
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int thread = 0; thread < columns.size(); thread++) {
                List<String> column = columns.get(thread);
                String text = Width.fit(row < column.size() ? column.get(row) : "", widths.get(thread));
                line.append(thread == 0 ? "" : " ".repeat(gap))
                        .append(palette.paint(ink(puzzle, play.moment(), thread, text), text));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int taken(List<Integer> widths, int gap) {
        return widths.stream().mapToInt(Integer::intValue).sum() + gap * (widths.size() - 1);
    }

    /** As wide as wanted where there is room for all; else all have the same limit, the largest that fits. */
    private static List<Integer> shared(List<Integer> wanted, int room) {
        int limit = wanted.stream().mapToInt(Integer::intValue).max().orElse(1);
        while (limit > 1
                && limited(wanted, limit).stream().mapToInt(Integer::intValue).sum() > room) {
            limit--;
        }
        return limited(wanted, limit);
    }

    private static List<Integer> limited(List<Integer> wanted, int limit) {
        return wanted.stream().map(each -> Math.min(each, limit)).toList();
    }

    /** The name stays; below it are the lines around the marked one, or the last ones where the thread has ended. */
    private static List<String> scrolled(List<String> program, int rows) {
        int body = program.size() - 1;
        int room = Math.max(0, rows - 1);
        if (body <= room) {
            return program;
        }
        int marked = body - 1;
        for (int i = 0; i < body; i++) {
            marked = program.get(i + 1).startsWith(MARK) ? i : marked;
        }
        int first = Math.clamp(marked - room / 2, 0, body - room);
        List<String> kept = new ArrayList<>(program.subList(0, 1));
        kept.addAll(program.subList(1 + first, 1 + first + room));
        return kept;
    }

    private static Ink ink(Puzzle puzzle, PuzzleState moment, int thread, String text) {
        if (!text.startsWith(MARK)) {
            return text.startsWith("  ") ? Ink.PLAIN : Ink.NAME;
        } else if (moment.failed().equals(Optional.of(thread))) {
            return Ink.BAD;
        }
        return puzzle.blocked(moment, thread).isPresent() ? Ink.DOUBTFUL : Ink.GOOD;
    }

    /** The name, and a line for each operation: those of one statement are indented below it. */
    private static List<String> program(ThreadProgram script, int next) {
        List<String> lines = new ArrayList<>(List.of(script.thread()));
        String above = "";
        for (int i = 0; i < script.steps().size(); i++) {
            ProgramStep step = script.steps().get(i);
            if (step.isPart() && !step.statement().equals(above)) {
                lines.add("  " + step.statement());
            }
            above = step.statement();
            lines.add((i == next ? MARK + " " : "  ") + (step.isPart() ? "    " : "") + step.text());
        }
        return lines;
    }
}
