package io.fluxlab.cli.puzzle;

import io.fluxlab.lecture.puzzle.Blocked;
import io.fluxlab.lecture.puzzle.Exploration;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleOutcome;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Deadlock;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.NothingToTake;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Open;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Well;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.WrongValue;
import io.fluxlab.lecture.puzzle.Schedule;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A puzzle for programs. */
public final class PuzzleJson {

    private PuzzleJson() {}

    /** A schedule: {@code outcome} is open, well, wrong-value, deadlock or nothing-to-take. */
    public record Played(
            String puzzle,
            boolean fixed,
            long seed,
            List<String> schedule,
            String outcome,
            Map<String, Integer> values,
            List<Waits> blocked,
            List<Did> turns) {}

    /** One turn: who did what, and what is shared since. */
    public record Did(String thread, String statement, String operation, Map<String, Integer> values) {}

    /** Who waits at which lock for whom; {@code holder} is missing where the thread sleeps until it is notified. */
    public record Waits(
            String thread, String lock, @Nullable String holder) {}

    /** All schedules; {@code shortest} is missing where none fails. */
    public record Explored(
            String puzzle,
            boolean fixed,
            long seed,
            List<String> threads,
            int states,
            BigInteger schedules,
            BigInteger failing,
            @Nullable List<String> shortest) {}

    /** A play. */
    public static Played played(Staging staging, Schedule play) {
        Puzzle puzzle = play.puzzle();
        return new Played(
                staging.subject().title(),
                staging.isFixed(),
                staging.seed(),
                names(puzzle, play.schedule()),
                name(play.outcome()),
                play.moment().values(),
                blocked(puzzle, play),
                play.turns().stream()
                        .map(turn -> new Did(
                                PuzzleWords.name(puzzle, turn.thread()),
                                turn.step().statement().strip(),
                                turn.step().text().strip(),
                                turn.after().values()))
                        .toList());
    }

    private static List<Waits> blocked(Puzzle puzzle, Schedule play) {
        return IntStream.range(0, puzzle.threads().size())
                .mapToObj(thread -> puzzle.blocked(play.moment(), thread))
                .flatMap(Optional::stream)
                .map(waiting -> waits(puzzle, waiting))
                .toList();
    }

    private static Waits waits(Puzzle puzzle, Blocked blocked) {
        return new Waits(
                PuzzleWords.name(puzzle, blocked.thread()),
                blocked.lock(),
                blocked.holder().map(holder -> PuzzleWords.name(puzzle, holder)).orElse(null));
    }

    private static String name(PuzzleOutcome outcome) {
        return switch (outcome) {
            case Open open -> "open";
            case Well well -> "well";
            case WrongValue wrong -> "wrong-value";
            case Deadlock deadlock -> "deadlock";
            case NothingToTake nothing -> "nothing-to-take";
        };
    }

    /** An exploration. */
    public static Explored explored(Staging staging, Exploration all) {
        Puzzle puzzle = staging.puzzle();
        return new Explored(
                staging.subject().title(),
                staging.isFixed(),
                staging.seed(),
                staging.threads(),
                all.moments(),
                all.schedules(),
                all.failing(),
                all.shortest().map(path -> names(puzzle, path)).orElse(null));
    }

    private static List<String> names(Puzzle puzzle, List<Integer> threads) {
        return threads.stream().map(thread -> PuzzleWords.name(puzzle, thread)).toList();
    }
}
