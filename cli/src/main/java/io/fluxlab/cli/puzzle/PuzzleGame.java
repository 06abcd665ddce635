package io.fluxlab.cli.puzzle;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.puzzle.PuzzleKey.Action;
import io.fluxlab.lecture.puzzle.Exploration;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Open;
import io.fluxlab.lecture.puzzle.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A puzzle that is played with keys: each key changes the play, the picture is drawn after each. Not thread-safe. */
public final class PuzzleGame {

    private final PuzzleWords words;
    private final Palette palette;
    private Staging staging;
    private Schedule play;
    private List<String> message = List.of();
    private int hints;

    public PuzzleGame(Staging staging, PuzzleWords words, Palette palette) {
        this.staging = staging;
        this.words = words;
        this.palette = palette;
        this.play = new Schedule(staging.puzzle());
    }

    /** Does what a key means; says whether the game goes on. */
    public boolean typed(int key) {
        Optional<PuzzleKey> known = PuzzleKey.of(key, staging.threads());
        message = List.of();
        if (known.isEmpty()) {
            message = List.of(words.say("unknown"));
            return true;
        }
        return switch (known.get()) {
            case PuzzleKey.Choice choice -> let(choice.index());
            case Action action -> act(action);
        };
    }

    private boolean let(int thread) {
        Puzzle puzzle = play.puzzle();
        hints = 0;
        if (puzzle.enabled(play.moment()).contains(thread)) {
            play.let(thread);
        } else {
            message = List.of(refusal(thread));
        }
        return true;
    }

    private String refusal(int thread) {
        Puzzle puzzle = play.puzzle();
        if (!(play.outcome() instanceof Open)) {
            return words.say("over");
        }
        return puzzle.blocked(play.moment(), thread)
                .map(blocked -> words.blocked(puzzle, blocked))
                .orElseGet(() -> words.say("state.ended", PuzzleWords.name(puzzle, thread)));
    }

    private boolean act(Action action) {
        switch (action) {
            case UNDO -> message = play.undo() ? List.of() : List.of(words.say("nothing.undone"));
            case RESTART -> play.restart();
            case HINT -> message = List.of(hint());
            case EXPLORE -> message = explored();
            case FIXED -> {
                staging = staging.other();
                play = new Schedule(staging.puzzle());
            }
            case QUIT -> {
                return false;
            }
        }
        hints = action == Action.HINT ? hints + 1 : 0;
        return true;
    }

    /** First whether a fault can still be reached, then the way. */
    private String hint() {
        Puzzle puzzle = play.puzzle();
        if (!(play.outcome() instanceof Open)) {
            return words.say("over");
        }
        Exploration ahead = Exploration.from(puzzle, play.moment());
        return ahead.shortest()
                .map(way -> hints == 0
                        ? words.say("hint.near", "" + way.size(), "" + ahead.failing(), "" + ahead.schedules())
                        : words.say("hint.next", PuzzleWords.name(puzzle, way.get(0))))
                .orElseGet(() -> words.say(
                        staging.isFixed() ? "hint.safe" : "hint.gone", "" + ahead.schedules(), "" + ahead.moments()));
    }

    private List<String> explored() {
        return new ExplorationText(words, palette, Integer.MAX_VALUE)
                .lines(play.puzzle(), Exploration.of(play.puzzle()));
    }

    /** What is to be seen now, in at most so many columns and lines. */
    public List<String> lines(int width, int height) {
        return new GameView(words, palette, width, height).lines(staging, play, message);
    }

    /** What stays on the terminal after it: the schedule where it has ended, or nothing. */
    public List<String> lastLines(int width) {
        if (play.outcome() instanceof Open) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(words.title(staging), ""));
        lines.addAll(new PlayText(words, palette, width).whole(play));
        return lines;
    }
}
