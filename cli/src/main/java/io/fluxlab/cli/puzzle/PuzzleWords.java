package io.fluxlab.cli.puzzle;

import io.fluxlab.lecture.puzzle.Blocked;
import io.fluxlab.lecture.puzzle.Operation.Put;
import io.fluxlab.lecture.puzzle.Puzzle;
import io.fluxlab.lecture.puzzle.PuzzleState;
import io.fluxlab.lecture.puzzle.ScheduleStep;
import io.fluxlab.lecture.puzzle.ThreadProgram;
import io.fluxlab.lecture.puzzle.ThreadState.Sleep;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about a puzzle, in one language. Immutable; thread-safe. */
public final class PuzzleWords {

    private final Words words;

    private PuzzleWords(Words words) {
        this.words = words;
    }

    /** The words in a language. */
    public static PuzzleWords in(Language language) {
        return new PuzzleWords(new Words("io.fluxlab.cli.puzzle.words", language));
    }

    String say(String key, Object... texts) {
        return words.say(key, texts);
    }

    /** What the puzzle is about, and how it was put right. */
    public String title(Staging staging) {
        String title = staging.subject().title();
        String about = say("title." + title);
        return title + ": " + (staging.isFixed() ? about + "; " + say("fixed." + title) : about);
    }

    /** Which seed was taken, and how to have it again. */
    public String seeded(long seed) {
        return say("chosen.seed", "" + seed);
    }

    /** What is wrong with the command's options. */
    public String mistake(String key, String... texts) {
        return say("mistake." + key, (Object[]) texts);
    }

    String blocked(Puzzle puzzle, Blocked blocked) {
        String thread = name(puzzle, blocked.thread());
        return blocked.holder()
                .map(holder -> holder == blocked.thread()
                        ? say("blocked.itself", thread, blocked.lock())
                        : say("blocked.lock", thread, blocked.lock(), name(puzzle, holder)))
                .orElseGet(() -> say("blocked.sleeps", thread, blocked.lock()));
    }

    /** What was done; a wait is two operations, of which the second is its return. */
    String operation(ScheduleStep turn) {
        String text = turn.step().text().strip();
        boolean returns = turn.before().places().get(turn.thread()).sleep() == Sleep.NOTIFIED;
        return returns ? say("returns", text) : text;
    }

    String values(Puzzle puzzle, PuzzleState moment) {
        return puzzle.start().keySet().stream()
                .map(name -> "%s = %d".formatted(isList(puzzle, name) ? "len(" + name + ")" : name, moment.value(name)))
                .collect(Collectors.joining(", "));
    }

    static String name(Puzzle puzzle, int thread) {
        return puzzle.threads().get(thread).thread();
    }

    static String names(Puzzle puzzle, List<Integer> threads) {
        return threads.stream().map(thread -> name(puzzle, thread)).collect(Collectors.joining(" "));
    }

    private static boolean isList(Puzzle puzzle, String name) {
        return puzzle.threads().stream()
                .map(ThreadProgram::steps)
                .flatMap(List::stream)
                .anyMatch(step -> step.operation().equals(new Put(name)));
    }
}
