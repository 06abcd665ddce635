package io.fluxlab.scenario.guess;

import io.fluxlab.wording.Language;

/** What somebody typed is no guess at the question. */
public final class WrongGuessException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String given;
    private final String limit;

    WrongGuessException(Kind kind, String given, String limit) {
        super(text(kind, given, limit, Language.EN));
        this.kind = kind;
        this.given = given;
        this.limit = limit;
    }

    /** What is wrong with it. */
    enum Kind {
        NO_CHOICE,
        NO_NUMBER,
        AMBIGUOUS,
        TOO_MANY
    }

    /** What is wrong, and what would be right. */
    public String in(Language language) {
        return text(kind, given, limit, language);
    }

    private static String text(Kind kind, String given, String limit, Language language) {
        return switch (language) {
            case EN ->
                switch (kind) {
                    case NO_CHOICE ->
                        "\"%s\" is no answer: type a letter from a to %s, with a name (Anna: a) or a count of hands (a x12)"
                                .formatted(given, limit);
                    case NO_NUMBER ->
                        "\"%s\" is no number: type one such as 2.5, with a name (Anna: 2.5) or a count of hands (2.5 x12)"
                                .formatted(given);
                    case AMBIGUOUS ->
                        "\"%s\" can be read in two ways: type a fraction as 2.5 or 2,5, thousands as 1000, and several guesses with a space after each comma (2, 5)"
                                .formatted(given);
                    case TOO_MANY -> "guesses must be at most %s on a line, were %s".formatted(limit, given);
                };
            case RU ->
                switch (kind) {
                    case NO_CHOICE ->
                        "«%s» — не ответ: введите букву от a до %s, можно с именем (Анна: a) или числом голосов (a x12)"
                                .formatted(given, limit);
                    case NO_NUMBER ->
                        "«%s» — не число: введите, например, 2,5, можно с именем (Анна: 2,5) или числом голосов (2,5 x12)"
                                .formatted(given);
                    case AMBIGUOUS ->
                        "«%s» можно прочитать двояко: дробь введите как 2,5 или 2.5, тысячу — как 1000, а несколько ответов — с пробелом после каждой запятой (2, 5)"
                                .formatted(given);
                    case TOO_MANY -> "в строке может быть не больше %s ответов, было %s".formatted(limit, given);
                };
        };
    }
}
