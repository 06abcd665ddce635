package io.fluxlab.workload;

import java.time.Duration;

/** Chooses tasks and calls of a user's body; what is given, above 0, stays. */
record RepeatedSizing(Repeated given) implements Sizing<Repeated> {

    /** Enough for each CPU of a usual machine to have several. */
    private static final int TASKS = 16;

    /** The fewest that show whether tasks run side by side. */
    private static final int FEWEST_TASKS = 4;

    /** Where tasks wait, one lane takes the sum of all waits: more tasks would only make that longer. */
    private static final int WAITING_TASKS = 8;

    @Override
    public Repeated trial(int calls) {
        return new Repeated(1, Math.min(calls, Repeated.MOST_CALLS));
    }

    @Override
    public Repeated sized(CallCost cost, Duration run, boolean inSequence) {
        long callsInTime = Math.max(1, run.toNanos() / Math.max(1, cost.wallNanos()));
        boolean sideBySide = cost.isWaiting() && !inSequence;
        int most = sideBySide ? WAITING_TASKS : TASKS;
        long fitting = sideBySide ? most : callsInTime;
        int tasks = given.tasks() > 0
                ? given.tasks()
                : Math.clamp(
                        given.calls() > 0 && !sideBySide ? callsInTime / given.calls() : fitting, FEWEST_TASKS, most);
        long callsOfTask = sideBySide ? callsInTime : callsInTime / tasks;
        int calls = given.calls() > 0 ? given.calls() : Math.clamp(callsOfTask, 1, Repeated.MOST_CALLS);
        return new Repeated(tasks, calls);
    }
}
