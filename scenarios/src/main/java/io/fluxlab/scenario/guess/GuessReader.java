package io.fluxlab.scenario.guess;

import io.fluxlab.scenario.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads guesses as people type them: {@code b}, {@code 0.5}, {@code Anna: b}, {@code a x12, b x5} for a show of hands. A
 * comma between two digits of a number is a decimal comma, as in {@code 0,5}; between guesses stand a comma with a space
 * behind it, or a semicolon. Stateless.
 */
public final class GuessReader {

    private static final Pattern PART = Pattern.compile(
            "(?:(?<who>[^:]{1,60}):)?\\s*(?<guess>[\\p{L}]|[-+]?\\d+(?:[.]\\d+|(?:,\\d+)+)?)\\s*(?:[x×х*]\\s*(?<count>\\d{1,6}))?");
    private static final Pattern BETWEEN_CHOICES = Pattern.compile("\\s*[,;]\\s*");

    /** A comma is a decimal one between two digits, except where the digits before it count hands. */
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("\\s*;\\s*|\\s*,(?!\\d)\\s*|(?<!\\d),|(?<=[x×х*]\\s{0,3}\\d{1,6}),");

    /** Thousands in groups, or several numbers: a decimal comma, but perhaps not meant as one. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?(?:\\d+(?:,\\d+){2,}|[1-9]\\d{0,2},\\d{3})");

    private static final int MOST = 1_000;

    private GuessReader() {}

    /**
     * The guesses on a line; none on a blank one.
     *
     * @throws WrongGuessException naming the part that is none, and what would be
     */
    public static List<Guess> read(Question question, String line) {
        List<Guess> guesses = new ArrayList<>();
        Pattern between = question.choices() > 0 ? BETWEEN_CHOICES : BETWEEN_NUMBERS;
        between.splitAsStream(line.strip())
                .filter(part -> !part.isBlank())
                .forEach(part -> guesses.add(guess(question, part.strip())));
        if (guesses.size() > MOST) {
            throw new WrongGuessException(WrongGuessException.Kind.TOO_MANY, String.valueOf(guesses.size()), "" + MOST);
        }
        return List.copyOf(guesses);
    }

    private static Guess guess(Question question, String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw wrong(question, part);
        }
        String who = matcher.group("who") == null ? "" : matcher.group("who").strip();
        int count = matcher.group("count") == null ? 1 : Integer.parseInt(matcher.group("count"));
        if (count < 1) {
            throw wrong(question, part);
        }
        String guess = matcher.group("guess").toLowerCase(Locale.ROOT);
        boolean isNumber = !Character.isLetter(guess.codePointAt(0));
        return switch (question.form()) {
            case Question.Choices choices -> {
                int choice = isNumber ? -1 : latin(guess.charAt(0)) - 'a';
                if (choice < 0 || choice >= choices.all().size()) {
                    throw wrong(question, part);
                }
                yield new Guess(who, choice, null, count);
            }
            case Question.Amount ignored -> {
                if (!isNumber) {
                    throw wrong(question, part);
                }
                if (AMBIGUOUS.matcher(guess).matches()) {
                    throw new WrongGuessException(WrongGuessException.Kind.AMBIGUOUS, part, "");
                }
                yield new Guess(who, null, Double.parseDouble(guess.replace(',', '.')), count);
            }
        };
    }

    /** A letter of the Cyrillic keyboard that looks like one of the first Latin ones is meant as it. */
    private static char latin(char letter) {
        return switch (letter) {
            case 'а' -> 'a';
            case 'б' -> 'b';
            case 'в' -> 'c';
            case 'г' -> 'd';
            case 'д' -> 'e';
            case 'е' -> 'f';
            default -> letter;
        };
    }

    private static WrongGuessException wrong(Question question, String part) {
        int choices = question.choices();
        return choices == 0
                ? new WrongGuessException(WrongGuessException.Kind.NO_NUMBER, part, "")
                : new WrongGuessException(
                        WrongGuessException.Kind.NO_CHOICE, part, String.valueOf(Question.letter(choices - 1)));
    }
}
