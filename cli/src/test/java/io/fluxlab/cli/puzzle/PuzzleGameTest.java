package io.fluxlab.cli.puzzle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Width;
import io.fluxlab.lecture.puzzle.LecturePuzzle;
import io.fluxlab.lecture.puzzle.LecturePuzzle.Variant;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.wording.Language;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PuzzleGameTest {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 40;
    private static final Map<LecturePuzzle, String> FAULTS = Map.of(
            LecturePuzzle.LOST_UPDATE, "abbbaa",
            LecturePuzzle.DEADLOCK, "ab",
            LecturePuzzle.IF_INSTEAD_OF_WHILE, "aaappppbbbbaa");

    @Test
    void boardShowsWhoIsWhereAndWhoWaitsForWhom() {
        var game = game(LecturePuzzle.LOST_UPDATE, Variant.FIXED, Language.EN);

        type(game, "aab");

        assertThat(shown(game))
                .contains("▶     r = r + 1", "▶ m.acquire()", "x = 0", "A can go on, A's r = 0")
                .contains("B waits for lock m, which A holds", "Turns: 1 A m.acquire() · 2 A r = x")
                .doesNotContain("3 B");
    }

    @Test
    void undoAndRestartTakeTurnsBack() {
        var game = game(LecturePuzzle.LOST_UPDATE, Variant.FAULTY, Language.EN);
        String start = shown(game);

        type(game, "ab");
        assertThat(shown(game)).contains("2 B r = x");
        type(game, "u");
        assertThat(shown(game)).contains("1 A r = x").doesNotContain("2 B");
        type(game, "bbbr");
        assertThat(shown(game)).isEqualTo(start);
        type(game, "u");
        assertThat(shown(game)).contains("There is no turn to take back.");
    }

    @Test
    void hintsGoFromWhetherToWho() {
        var game = game(LecturePuzzle.DEADLOCK, Variant.FAULTY, Language.EN);

        type(game, "ah");
        assertThat(shown(game)).contains("in 1 more turn").doesNotContain("Let B go on.");
        type(game, "h");
        assertThat(shown(game)).contains("Let B go on.");
        type(game, "ah");
        assertThat(shown(game)).contains("From here nothing can go wrong any more");
    }

    @Test
    void faultIsExplainedAndNobodyGoesOnAfterIt() {
        var game = game(LecturePuzzle.DEADLOCK, Variant.FAULTY, Language.EN);

        type(game, "21a");

        assertThat(shown(game))
                .contains("Deadlock: no thread can go on", "The schedule that led to it: B A", "at its end");
    }

    @Test
    void scheduleThatEndsWellTellsOfTheOthers() {
        var faulty = game(LecturePuzzle.DEADLOCK, Variant.FAULTY, Language.EN);
        type(faulty, "aaaaabbbbb");
        assertThat(shown(faulty)).contains("nothing went wrong", "2 of 6 schedules go wrong");

        type(faulty, "faaaaabbbbb");
        assertThat(shown(faulty)).contains("put right", "Every schedule is safe: none of 2 goes wrong");
    }

    @ParameterizedTest
    @CsvSource({"79, 23, EN", "79, 23, RU", "39, 11, EN", "39, 11, RU", "99, 39, RU"})
    void whatEndedItAndTheKeysAreSeenInTheRoomThatThereIs(int width, int height, Language language) {
        for (LecturePuzzle puzzle : LecturePuzzle.values()) {
            var game = game(puzzle, Variant.FAULTY, language);
            for (int key : FAULTS.get(puzzle).chars().toArray()) {
                game.typed(key);
                assertThat(game.lines(width, height))
                        .hasSizeLessThanOrEqualTo(height)
                        .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(width));
                assertThat(text(game, width, height)).endsWith(language == Language.EN ? "q: quit" : "q: выход");
            }
            assertThat(text(game, width, height))
                    .contains(new PlayText(PuzzleWords.in(language), Palette.PLAIN, 10_000)
                            .end(played(puzzle)).stream().map(String::strip).toList());
        }
    }

    @Test
    void hintAndExplorationAreSeenInTheSmallestRoomToo() {
        var game = game(LecturePuzzle.IF_INSTEAD_OF_WHILE, Variant.FAULTY, Language.EN);

        type(game, "aaah");
        assertThat(text(game, 39, 11)).contains("It can still go wrong, in 10 more turns", "q: quit", "▶");
        type(game, "ppppbbbbaae");
        assertThat(text(game, 39, 11)).contains("IndexError", "2 of 24 schedules go wrong", "q: quit");
    }

    @Test
    void longProgramIsScrolledToWhereItsThreadIs() {
        var game = game(LecturePuzzle.IF_INSTEAD_OF_WHILE, Variant.FAULTY, Language.EN);

        type(game, "ppppppp");

        assertThat(text(game, 79, 12)).contains("▶ cv.acquire()", "▶ cv.release()");
        assertThat(game.lines(79, 12)).noneMatch(line -> line.startsWith("  cv.release()"));
        assertThat(game.lines(79, 40)).anyMatch(line -> line.startsWith("  cv.release()"));
    }

    @Test
    void quitEndsTheGameAndOtherKeysDoNot() {
        var game = game(LecturePuzzle.DEADLOCK, Variant.FAULTY, Language.EN);

        assertThat(game.typed('x')).isTrue();
        assertThat(shown(game)).contains("This key means nothing.");
        assertThat(game.typed('q')).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LOST_UPDATE, abbbaahhe",
        "DEADLOCK, ahhbe",
        "IF_INSTEAD_OF_WHILE, aaahhppppbbbbaaae",
        "DEADLOCK, feaaaaabbbbbu"
    })
    void inRussianNothingIsHalfEnglish(LecturePuzzle puzzle, String keys) {
        var game = game(puzzle, Variant.FAULTY, Language.RU);
        String code =
                "lost-update|deadlock|if-instead-of-while|IndexError: pop from empty list|(m\\d?|cv|items)\\.\\w+\\(1?\\)"
                        + "|len\\(items\\)|(if|while) not items:|x \\+= 1|r = x|x = r|r = r \\+ 1|work\\(\\)"
                        + "|while|if|notify|m1|m2|cv|[ABPxrurhefq]";

        keys.chars().forEach(key -> {
            game.typed(key);
            assertThat(game.lines(WIDTH, HEIGHT))
                    .allSatisfy(line -> assertThat(line.replaceAll("(?<![\\w])(" + code + ")(?![\\w])", ""))
                            .doesNotContainPattern("[A-Za-z]"));
        });
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNameTheSameArguments() {
        assertThat(arguments("ru")).isNotEmpty().isEqualTo(arguments("en"));
    }

    private static PuzzleGame game(LecturePuzzle puzzle, Variant variant, Language language) {
        return new PuzzleGame(new Staging(puzzle, variant, 0), PuzzleWords.in(language), Palette.PLAIN);
    }

    private static void type(PuzzleGame game, String keys) {
        keys.chars().forEach(game::typed);
    }

    private static String shown(PuzzleGame game) {
        return String.join("\n", game.lines(WIDTH, HEIGHT));
    }

    /** What is seen, with its lines joined. */
    private static String text(PuzzleGame game, int width, int height) {
        return game.lines(width, height).stream().map(String::strip).collect(Collectors.joining(" "));
    }

    private static Schedule played(LecturePuzzle puzzle) {
        var staging = new Staging(puzzle, Variant.FAULTY, 0);
        var play = new Schedule(staging.puzzle());
        FAULTS.get(puzzle)
                .chars()
                .forEach(key -> play.let(
                        staging.threads().indexOf(Character.toString(key).toUpperCase(Locale.ROOT))));
        return play;
    }

    private static Map<String, Set<String>> arguments(String language) {
        var words = ResourceBundle.getBundle(
                "io.fluxlab.cli.puzzle.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var arguments = new TreeMap<String, Set<String>>();
        words.keySet()
                .forEach(key -> arguments.put(
                        key,
                        Pattern.compile("\\{(\\d)")
                                .matcher(words.getString(key))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return arguments;
    }
}
