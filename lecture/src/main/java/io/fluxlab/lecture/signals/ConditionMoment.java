package io.fluxlab.lecture.signals;

/** What was seen of consumers that wait. Immutable; {@code moment} says which one it was. */
sealed interface ConditionMoment {

    /** Which one: {@code handed-over}, {@code notify}, {@code notify-all} or {@code time-limit}. */
    String moment();

    /**
     * Items have gone from a producer to consumers.
     *
     * @param items how many the producer made
     * @param taken how many different ones were taken
     * @param twice how many were taken once more
     * @param takenOfNothing how often a consumer went on to take an item that was not there
     * @param spurious how often a consumer was woken on purpose although there was no item
     * @param wokenForNothing how often a consumer was woken, found nothing and waited on
     */
    record HandedOver(
            String moment, int items, int taken, int twice, int takenOfNothing, int spurious, int wokenForNothing)
            implements ConditionMoment {}

    /**
     * Items have come from a producer to subscribers.
     *
     * @param items how many the producer made
     * @param taken how many different ones came
     * @param twice how many came once more
     * @param calls how often a subscriber was called
     */
    record Delivered(String moment, int items, int taken, int twice, int calls) implements ConditionMoment {}

    /**
     * Waiters were notified.
     *
     * @param waiting how many waited before
     * @param freed how many of them went on
     * @param left how many waited on
     */
    record Notified(String moment, int waiting, int freed, int left) implements ConditionMoment {}

    /**
     * One waited whom nobody notified.
     *
     * @param limitMillis how long it was willing to wait, in milliseconds
     * @param waitedMillis how long it waited, in milliseconds
     * @param notified whether it was notified
     */
    record TimedWait(String moment, long limitMillis, double waitedMillis, boolean notified)
            implements ConditionMoment {}
}
