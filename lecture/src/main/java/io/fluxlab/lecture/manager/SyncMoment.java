package io.fluxlab.lecture.manager;

import java.util.List;

/** What was seen of objects that processes synchronize by. Immutable; {@code moment} says which moment it was. */
sealed interface SyncMoment {

    /** Which moment. */
    String moment();

    /**
     * {@code semaphore}, or {@code no-semaphore} where nobody asks: several processes want to be inside.
     *
     * @param processes how many
     * @param permits how many may be inside at once
     * @param stays how often one was inside
     * @param mostInside how many were at once, by the clock of the machine
     * @param attempts how many there were, each with stays twice as long, until as many were seen as were expected
     */
    record Inside(String moment, int processes, int permits, int stays, int mostInside, int attempts)
            implements SyncMoment {}

    /**
     * {@code over-release}: one gives back a permit that it has not taken.
     *
     * @param process its id
     * @param refused whether the semaphore did not take it
     */
    record OverRelease(String moment, long process, boolean refused) implements SyncMoment {}

    /**
     * {@code event}: all wait but one, which sets the event.
     *
     * @param waiting how many waited when it was set
     * @param setBy the process that set it
     * @param waiters those that waited
     * @param early how many went on before it was set, by the clock of the machine
     * @param wentOn how many went on in all
     * @param isSet what was seen before it was set, after it was, and after it was cleared
     */
    record Event(String moment, int waiting, long setBy, List<Long> waiters, int early, int wentOn, List<Boolean> isSet)
            implements SyncMoment {}

    /**
     * {@code condition}: one process adds to a stock, a number in a file, and the others wait until there is something.
     *
     * @param added how many items were added
     * @param taken how many were taken
     * @param takenOfNothing how many of them were not there
     * @param left what was in stock at the end
     * @param waits how often a process waited for a notification
     */
    record Condition(String moment, int added, int taken, int takenOfNothing, int left, int waits)
            implements SyncMoment {}
}
