package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Width;
import io.fluxlab.lecture.puzzle.Exploration;
import io.fluxlab.lecture.puzzle.PuzzleOutcome;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Open;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Well;
import io.fluxlab.lecture.puzzle.Schedule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A game in the room that there is: how it ended and why, what the last key is answered, and the keys are always seen;
 * all else is shortened, in the order of {@link Saving}, until it fits. Immutable.
 */
record GameView(PuzzleWords words, Palette palette, int width, int height) {

    /** Enough of a program to see where a thread comes from and where it goes: a name and some operations. */
    private static final int READABLE = 5;

    private static final int SMALLEST = 3;
    private static final String INDENT = "  ";

    /** What is given up where room is missing, the first one first. */
    private enum Saving {
        EARLY_TURNS,
        GOAL,
        SPACE,
        WHOLE_PROGRAMS,
        KEY_NAMES,
        TURNS,
        READABLE_PROGRAMS,
        TITLE,
        STATES,
        PROGRAMS,
        REASON
    }

    /** The lines of the fullest form that fits. */
    List<String> lines(Staging staging, Schedule play, List<String> message) {
        Set<Saving> savings = EnumSet.noneOf(Saving.class);
        for (Saving next : Saving.values()) {
            List<String> above = above(staging, savings);
            List<String> below = below(staging, play, message, savings);
            int room = height - above.size() - below.size();
            if (room >= programHeight(play, savings)) {
                return together(above, room < 1 ? List.of() : new Listing(palette, width).lines(play, room), below);
            }
            savings.add(next);
        }
        List<String> least = below(staging, play, message, savings);
        int excess = Math.max(0, least.size() - height);
        return least.subList(excess, least.size());
    }

    private static int programHeight(Schedule play, Set<Saving> savings) {
        int whole = Listing.height(play.puzzle());
        if (savings.contains(Saving.PROGRAMS)) {
            return 0;
        } else if (savings.contains(Saving.READABLE_PROGRAMS)) {
            return Math.min(SMALLEST, whole);
        }
        return savings.contains(Saving.WHOLE_PROGRAMS) ? Math.min(READABLE, whole) : whole;
    }

    private static List<String> together(List<String> above, List<String> programs, List<String> below) {
        List<String> lines = new ArrayList<>(above);
        lines.addAll(programs);
        lines.addAll(below);
        return lines;
    }

    private List<String> above(Staging staging, Set<Saving> savings) {
        List<String> lines = new ArrayList<>();
        if (!savings.contains(Saving.GOAL)) {
            lines.addAll(painted(Ink.STRONG, words.title(staging)));
            lines.addAll(Prose.wrap(words.say(staging.isFixed() ? "goal.fixed" : "goal"), width, INDENT));
        } else if (!savings.contains(Saving.TITLE)) {
            lines.add(palette.paint(Ink.STRONG, Width.cut(words.title(staging), width)));
        }
        addSpace(lines, savings);
        return lines;
    }

    private List<String> below(Staging staging, Schedule play, List<String> message, Set<Saving> savings) {
        Board board = new Board(words, palette, width);
        List<String> lines = new ArrayList<>();
        addSpace(lines, savings);
        if (!savings.contains(Saving.STATES)) {
            lines.addAll(board.states(play));
        }
        if (!savings.contains(Saving.TURNS)) {
            lines.addAll(savings.contains(Saving.EARLY_TURNS) ? board.lastTurns(play) : board.turns(play));
        }
        addSpace(lines, savings);
        List<String> end = end(play);
        // What a key is answered is seen until the next key: then the reason is there again.
        boolean onlyHow = savings.contains(Saving.REASON) && !message.isEmpty() && !end.isEmpty();
        lines.addAll(onlyHow ? end.subList(0, 1) : end);
        message.forEach(text -> lines.addAll(Prose.wrap(text, width, INDENT)));
        String keys = savings.contains(Saving.KEY_NAMES) ? "keys.short" : "keys";
        lines.addAll(painted(Ink.FAINT, words.say(keys, String.join(", ", staging.threads()))));
        return lines;
    }

    private static void addSpace(List<String> lines, Set<Saving> savings) {
        if (!savings.contains(Saving.SPACE)) {
            lines.add("");
        }
    }

    /** Where the schedule has ended: how, and what that says about the others. */
    private List<String> end(Schedule play) {
        PuzzleOutcome outcome = play.outcome();
        if (outcome instanceof Open) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(new PlayText(words, palette, width).end(play));
        if (outcome instanceof Well) {
            Exploration all = Exploration.of(play.puzzle());
            String others = all.isSafe()
                    ? words.say("safe", "" + all.schedules(), "" + all.moments())
                    : words.say("unsafe", "" + all.failing(), "" + all.schedules(), "" + all.moments());
            lines.addAll(Prose.wrap(others, width, INDENT));
        }
        return lines;
    }

    private List<String> painted(Ink ink, String text) {
        return Prose.wrap(text, width, INDENT).stream()
                .map(line -> palette.paint(ink, line))
                .toList();
    }
}
