package io.fluxlab.history;

import java.time.Duration;
import java.util.Objects;

/**
 * Where runs are kept, and how many. Immutable.
 *
 * @param location a folder, or an R2DBC URL of PostgreSQL
 * @param keepFor how long a run is kept after it has started
 * @param keepBytes how much the events of all runs may take, compressed; beyond it the oldest are forgotten
 * @param waitingBytes how much may wait in memory until it is written, of all runs together
 * @param answerTime within which the data base has to answer, else it counts as gone
 */
public record HistorySettings(
        String location, Duration keepFor, long keepBytes, long waitingBytes, Duration answerTime) {

    /** How long a run is kept unless told otherwise. */
    public static final Duration USUAL_TIME = Duration.ofDays(90);

    /** How much is kept unless told otherwise. */
    public static final long USUAL_BYTES = 1L << 30;

    private static final Duration USUAL_ANSWER_TIME = Duration.ofSeconds(20);
    private static final long MOST_WAITING_BYTES = 128L << 20;
    private static final int PART_OF_HEAP = 8;

    public HistorySettings {
        Objects.requireNonNull(location, "location");
        moreThanNothing("keepFor", keepFor);
        moreThanNothing("answerTime", answerTime);
        atLeastOne("keepBytes", keepBytes);
        atLeastOne("waitingBytes", waitingBytes);
    }

    /** What is usual, kept there; an eighth of the heap may wait, and 128 MB at the most. */
    public static HistorySettings in(String location) {
        long waiting = Math.min(MOST_WAITING_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        return new HistorySettings(location, USUAL_TIME, USUAL_BYTES, waiting, USUAL_ANSWER_TIME);
    }

    private static void moreThanNothing(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be more than nothing, was " + value);
        }
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    /** These settings, where runs are kept so long and take so much. */
    public HistorySettings keeping(Duration newKeepFor, long newKeepBytes) {
        return new HistorySettings(location, newKeepFor, newKeepBytes, waitingBytes, answerTime);
    }

    /** These settings, where so much may wait until it is written. */
    public HistorySettings waiting(long newWaitingBytes) {
        return new HistorySettings(location, keepFor, keepBytes, newWaitingBytes, answerTime);
    }

    /** These settings, where the data base has so long to answer. */
    public HistorySettings answering(Duration newAnswerTime) {
        return new HistorySettings(location, keepFor, keepBytes, waitingBytes, newAnswerTime);
    }
}
