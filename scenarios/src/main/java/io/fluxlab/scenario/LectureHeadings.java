package io.fluxlab.scenario;

import io.fluxlab.wording.Language;
import java.util.Map;

/** The headings of the lecture, which is in Russian, for whoever reads another language. */
public final class LectureHeadings {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("Многопоточность", "Multithreading"),
            Map.entry("Межпоточное взаимодействие", "Interaction of threads"),
            Map.entry("Объекты синхронизации: блокировки (мьютексы)", "Synchronisation objects: locks (mutexes)"),
            Map.entry("Объекты синхронизации: семафоры", "Synchronisation objects: semaphores"),
            Map.entry("Объекты синхронизации: события", "Synchronisation objects: events"),
            Map.entry("Объекты синхронизации: условные переменные", "Synchronisation objects: condition variables"),
            Map.entry("Потокобезопасная очередь", "Thread-safe queue"),
            Map.entry("Asyncio (определения)", "Asyncio (definitions)"),
            Map.entry("Asyncio (порядок работы)", "Asyncio (how it works)"),
            Map.entry("Asyncio (пример)", "Asyncio (example)"),
            Map.entry("Многопроцессность", "Multiprocessing"),
            Map.entry("Межпроцессное взаимодействие: Queue", "Interprocess communication: Queue"),
            Map.entry("Межпроцессное взаимодействие: Pipe", "Interprocess communication: Pipe"),
            Map.entry("Синхронизация процессов", "Synchronisation of processes"),
            Map.entry("Использование разделяемой памяти", "Use of shared memory"),
            Map.entry("Создание пула процессов", "A pool of processes"),
            Map.entry("Практика", "Practice"),
            Map.entry("Практика: задание 2", "Practice: assignment 2"),
            Map.entry("Практика: задание 3", "Practice: assignment 3"));

    private LectureHeadings() {}

    /** A heading in this language; as it is where it is none of the lecture's, or has no other form. */
    public static String in(Language language, String heading) {
        return switch (language) {
            case RU -> heading;
            case EN -> ENGLISH.getOrDefault(heading, heading);
        };
    }
}
