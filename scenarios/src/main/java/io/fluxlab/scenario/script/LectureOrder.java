package io.fluxlab.scenario.script;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The order in which the lecture goes. */
final class LectureOrder {

    private static final List<String> HEADINGS = List.of(
            "Общая информация",
            "Процесс",
            "Поток",
            "Многопоточность",
            "threading",
            "Модуль threading",
            "Межпоточное взаимодействие",
            "Объекты синхронизации: блокировки",
            "Объекты синхронизации: семафоры",
            "Объекты синхронизации: события",
            "Объекты синхронизации: условные переменные",
            "Потокобезопасная очередь",
            "GIL",
            "Green threads",
            "Asyncio",
            "Многопроцессность",
            "Межпроцессное взаимодействие",
            "Синхронизация процессов",
            "Использование разделяемой памяти",
            "Создание пула процессов",
            "Практика");

    /** Each comes first of its part: others take up what it shows. */
    private static final Set<String> FIRST = Set.of("first-thread", "mutex", "asyncio", "ipc-queue");

    /** As the lecture goes; what it does not know comes last; by name where all else is equal. */
    static final Comparator<Heading> ORDER = Comparator.comparingInt((Heading heading) -> rank(heading.lecture()))
            .thenComparing(heading -> !FIRST.contains(heading.name()))
            .thenComparing(Heading::lecture)
            .thenComparing(Heading::name);

    private LectureOrder() {}

    private static int rank(String lecture) {
        String wanted = lecture.toLowerCase(Locale.ROOT);
        int best = HEADINGS.size();
        int length = 0;
        for (int i = 0; i < HEADINGS.size(); i++) {
            String heading = HEADINGS.get(i).toLowerCase(Locale.ROOT);
            if (wanted.startsWith(heading) && heading.length() > length) {
                best = i;
                length = heading.length();
            }
        }
        return best;
    }
}
