package io.fluxlab.run;

/**
 * Who hears from the {@link EventEmitter} what the subscriber was given, after each event. Called by one thread at a time,
 * which may be any of the run's; must not block.
 */
interface DeliveryListener {

    /** A task's start was delivered. */
    void startDelivered(int task);

    /** So many items of a task were delivered. */
    void itemsDelivered(int task, int count);

    /** A task's end was delivered, after {@code items} items; nothing more will be delivered of it. */
    void endDelivered(RunSignal.TaskEnds end, long items);

    /** The subscriber has cancelled, or the stream has failed: nothing more will be delivered at all. Called at most once. */
    void deliveryEnded();
}
