package io.fluxlab.cli.figure;

import io.fluxlab.scenario.Language;

/** The words around a scenario, in the languages that scenarios have. */
public enum Phrase {
    LECTURE("Lecture", "Лекция"),
    PREDICT("What to predict", "Что предсказать"),
    SHOWS("What it shows", "Что это показывает"),
    STEPS("Steps", "Шаги"),
    STEP("Step", "Шаг"),
    EXPECTATIONS("Expectations", "Ожидания"),
    FIGURES("The figures of step", "Показатели шага"),
    BROKE("broke", "не удался"),
    QUICK("scaled down", "уменьшенный вариант"),
    HELD("held", "подтвердилось"),
    OF("of", "из"),
    SCENARIO("scenario", "сценарий"),
    TITLE("title", "название"),
    OUTCOME("outcome", "итог"),
    TIME("time", "время"),
    PASSED("passed", "прошёл"),
    FAILED("failed", "не прошёл"),
    ALL_HELD("Everything expected came out", "Всё ожидаемое подтвердилось"),
    NOT_ALL_HELD("Not everything expected came out", "Подтвердилось не всё");

    private final String english;
    private final String russian;

    Phrase(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    /** The words in this language. */
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case RU -> russian;
        };
    }
}
