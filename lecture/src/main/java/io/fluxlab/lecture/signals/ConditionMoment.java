package io.fluxlab.lecture.signals;

/** What was seen of consumers that wait. Immutable; {@code moment} says which one it was. */
sealed interface ConditionMoment {

    /**
     * Which one: {@code handed-over}, {@code notify}, {@code notify-n}, {@code notify-all}, {@code time-limit},
     * {@code given-lock} or {@code one-lock}.
     */
    String moment();

    /**
     * Items have gone from a producer to consumers.
     *
     * @param items how many the producer made
     * @param taken how many different ones were taken
     * @param twice how many were taken once more
     * @param sold how many items the consumers believe to have got
     * @param takenOfNothing how often a consumer has taken an item that was not there
     * @param lowestLevel how few items there were at the least, by the books
     * @param level how many there were in the end, by the books
     * @param spurious how often a consumer was woken on purpose although there was no item
     * @param wokenForNothing how often a consumer was woken, found nothing and waited on
     */
    record HandedOver(
            String moment,
            int items,
            int taken,
            int twice,
            int sold,
            int takenOfNothing,
            int lowestLevel,
            int level,
            int spurious,
            int wokenForNothing)
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
     * @param n how many were to be freed
     * @param waiting how many waited before
     * @param freed how many of them went on
     * @param left how many waited on
     */
    record Notified(String moment, int n, int waiting, int freed, int left) implements ConditionMoment {}

    /**
     * One waited whom nobody notified.
     *
     * @param limitMillis how long it was willing to wait, in milliseconds
     * @param waitedMillis how long it waited, in milliseconds
     * @param notified whether it was notified
     */
    record TimedWait(String moment, long limitMillis, double waitedMillis, boolean notified)
            implements ConditionMoment {}

    /**
     * One waited at a condition whose lock was given to it.
     *
     * @param lock which lock
     * @param taken how often the waiter had taken the lock before it waited: twice, where the lock let it
     * @param letGo whether another could take the lock meanwhile
     * @param heldAgain how often the waiter held it when its wait was over
     */
    record GivenLock(String moment, String lock, int taken, boolean letGo, int heldAgain) implements ConditionMoment {}

    /**
     * Two conditions had one lock, and waiters at each; one of them was notified of all.
     *
     * @param waiting how many waited at each
     * @param freedThere how many of those who waited at the one that was notified went on
     * @param freedElsewhere how many of the others did
     */
    record OneLock(String moment, int waiting, int freedThere, int freedElsewhere) implements ConditionMoment {}
}
