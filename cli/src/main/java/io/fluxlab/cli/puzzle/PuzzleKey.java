package io.fluxlab.cli.puzzle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a key means. */
sealed interface PuzzleKey {

    /** A thread goes on. */
    record Choice(int index) implements PuzzleKey {}

    /** Something else is done. */
    enum Action implements PuzzleKey {
        UNDO('u', 'г'),
        RESTART('r', 'к'),
        HINT('h', 'р'),
        EXPLORE('e', 'у'),
        FIXED('f', 'а'),
        QUIT('q', 'й');

        private final char latin;
        private final char cyrillic;

        Action(char latin, char cyrillic) {
            this.latin = latin;
            this.cyrillic = cyrillic;
        }
    }

    /** The letters on the keys of a Russian keyboard, from a to z. */
    String RUSSIAN = "фисвуапршолдьтщзйкыегмцчня";

    /** The meaning of a character that was typed; threads are chosen by their name or their number from 1 on. */
    static Optional<PuzzleKey> of(int typed, List<String> threads) {
        int key = Character.toLowerCase(typed);
        for (Action action : Action.values()) {
            if (key == action.latin || key == action.cyrillic) {
                return Optional.of(action);
            }
        }
        int russian = RUSSIAN.indexOf(key);
        int letter = russian < 0 ? key : 'a' + russian;
        for (int i = 0; i < threads.size(); i++) {
            if (key == '1' + i || threads.get(i).toLowerCase(Locale.ROOT).codePointAt(0) == letter) {
                return Optional.of(new Choice(i));
            }
        }
        return Optional.empty();
    }
}
