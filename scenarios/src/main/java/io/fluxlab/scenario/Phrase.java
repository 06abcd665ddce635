package io.fluxlab.scenario;

import io.fluxlab.wording.Language;

/** The words around a scenario, in the languages that scenarios have. */
public enum Phrase {
    LECTURE("Lecture", "Лекция"),
    SOURCE("Reported as", "Откуда"),
    WROTE("What people wrote", "Что написали"),
    FIX("What puts it right", "Как исправить"),
    REPORT("report", "откуда"),
    PREDICT("What to predict", "Что предсказать"),
    ORIGINAL("The original", "Оригинал"),
    TWIN("The same in Java", "То же на Java"),
    PRINTED("What CPython printed", "Что напечатал CPython"),
    DIFFERS("What differs", "В чём разница"),
    ASKED("Your guess", "Ваш прогноз"),
    GUESSES("Guesses, and what came out", "Прогнозы и результат"),
    CAME_OUT("came out", "получилось"),
    HOW_TO_CHOOSE(
            "A letter, or several from a class: a, b, Anna: c, a x12. Enter alone goes on.",
            "Буква или несколько от группы: a, b, Анна: c, a x12. Пустая строка — дальше."),
    HOW_TO_COUNT(
            "A number, or several from a class, with a space after each comma: 2.5, Anna: 3, 2 x12. Enter alone goes on.",
            "Число или несколько от группы, с пробелом после каждой запятой: 2,5, Анна: 3, 2 x12. Пустая строка — дальше."),
    NOBODY_GUESSED("nobody guessed", "никто не ответил"),
    NOT_TOLD("can't be told here", "здесь нельзя сказать"),
    HIDDEN(
            "What it shows and what is expected is told after a run, or with --answers.",
            "Что это показывает и чего мы ожидаем, видно после запуска или с --answers."),
    UNKNOWN_SCENARIO("unknown scenario", "нет такого сценария:"),
    SHOWS("What it shows", "Что это показывает"),
    STEP("Step", "Шаг"),
    EXPECTATIONS("Expectations", "Ожидания"),
    DETAILS("details", "подробности"),
    BROKE("broke", "не удался"),
    QUICK("scaled down", "уменьшенный вариант"),
    RUN("run", "запуск"),
    COMPARE("comparison", "сравнение"),
    EXPLAIN("explanation", "объяснение"),
    ITEMS("items", "результаты"),
    FIGURES("The figures of step", "Показатели шага"),
    GIVEN("not judged, because this does not hold:", "не проверено, потому что это не выполнено:"),
    PROVIDED("judged only where", "проверяется, только если"),
    NOT_JUDGED("not judged", "не проверено"),
    ALL_HELD("Everything expected came out", "Всё ожидаемое подтвердилось"),
    JUDGED_HELD("Everything that could be judged came out", "Подтвердилось всё, что удалось проверить"),
    NOTHING_JUDGED("Nothing expected could be judged", "Ничего из ожидаемого проверить не удалось"),
    NOT_ALL_HELD("Not everything expected came out", "Подтвердилось не всё ожидаемое"),
    NAME("name", "имя"),
    TITLE("title", "название"),
    LECTURE_PART("part of the lecture", "часть лекции"),
    EXPECTED("held", "подтвердилось"),
    TIME("time", "время"),
    OF("of", "из"),
    PASSED("passed", "прошёл"),
    FAILED("failed", "не прошёл"),
    LANE("lane", "дорожка"),
    MEDIAN("median", "медиана"),
    SPEED_UP("speed-up", "ускорение"),
    INTERVAL("95 % interval", "95 %-й интервал"),
    OUTCOME("outcome", "итог"),
    STATUS("status", "статус"),
    TASK("task", "задача"),
    TASKS("tasks", "задачи"),
    WALL("time", "время"),
    CPUS("CPUs", "ЦП"),
    THREADS("threads", "потоки"),
    BYSTANDER("bystander", "наблюдатель"),
    MAX("max", "макс."),
    CANARIES("canaries p99", "канарейки p99"),
    NETWORK("network", "сеть"),
    ROUND_TRIP("round trip", "туда и обратно"),
    SENT("sent, kB", "отправлено, кБ"),
    RECEIVED("received, kB", "получено, кБ"),
    LATENCY("latency", "задержки"),
    KEEPS_UP("keeps up", "справляется"),
    FALLS_BEHIND("falls behind", "не справляется"),
    LOAD("load", "нагрузка"),
    DUE("due/s", "пришло в секунду"),
    SERVED("served/s", "выполнено в секунду"),
    WAITING("waiting at most", "ждали, не больше"),
    MISSED("missed the deadline", "позже срока"),
    LEFT_OUT("left out", "не принято"),
    PLACEMENT("placement", "размещение"),
    STAGE("stage", "этап"),
    OF_TIME("of the time", "времени"),
    OF_CPU("of the CPU", "ЦП"),
    BUSY("busy", "занято"),
    WORKS("works", "работает"),
    AWAITED("is awaited", "ждут его"),
    QUEUES("queues", "в очереди"),
    HOP("hop", "переход"),
    DECIDES("decides", "решает"),
    WALL_PLOT(
            "Wall time of every round, median and its 95 % interval, in ms",
            "Время каждого раунда, медиана и её 95 %-й интервал, мс"),
    LATENCY_PLOT(
            "of every round, median and its 95 % interval, in ms", "каждого раунда, медиана и её 95 %-й интервал, мс"),
    BYSTANDER_PLOT(
            "What the bystander on the home loop waited: p50, p99 and the longest, in ms (logarithmic)",
            "Сколько ждал наблюдатель на домашнем цикле: p50, p99 и дольше всего, мс (логарифмически)"),
    TASK_PLOT("When tasks ran, in ms since the start", "Когда выполнялись задачи, мс от начала"),
    TRACE("What the threads did", "Что делали потоки"),
    TRACE_SCALE(
            "A column for each thing that happened, wider where it took longer, but not to scale.",
            "Столбец на каждое событие; чем дольше оно длилось, тем столбец шире, но не в масштабе."),
    TRACE_STEPS(
            "Step through with the circles below, the arrow keys or ◀ ▶.",
            "По шагам: кружки под рисунком, клавиши со стрелками или ◀ ▶."),
    TRACE_WHOLE("the whole picture", "всё сразу"),
    TRACE_MORE("more are not shown:", "ещё событий не показано:"),
    TRACE_TABLE("The same as a table", "То же таблицей"),
    RUNS("runs", "работает"),
    WAITS("waits for a lock", "ждёт блокировку"),
    SLEEPS("sleeps or is in a call that blocks", "спит или стоит в блокирующем вызове"),
    HOLDS("holds a lock", "держит блокировку"),
    READS("reads", "читает"),
    WRITES("writes", "пишет"),
    HANDS_OVER("hands a lock over", "передаёт блокировку"),
    IN_A_CIRCLE("each waits for the next", "ждут друг друга по кругу"),
    THREAD("thread", "поток"),
    DOES("does", "что делает"),
    AT("at", "когда"),
    SCENARIO("scenario", "сценарий"),
    LANES("lanes", "дорожки"),
    REPORTS("Scenarios", "Сценарии");

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
