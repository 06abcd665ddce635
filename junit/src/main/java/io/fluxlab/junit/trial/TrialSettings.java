package io.fluxlab.junit.trial;

import java.time.Duration;

/**
 * How a trial goes about it. Immutable.
 *
 * @param maxTime after which no new round starts
 * @param limit after which it is ended, wherever it is
 * @param rounds how many count; 0 is as many as it takes
 * @param tasks how many a run has; 0 is four for each CPU
 * @param calls how many a task makes; 0 is as many as take a run some 100 ms
 */
public record TrialSettings(Duration maxTime, Duration limit, int rounds, int tasks, int calls) {

    private static final int TASKS_PER_CPU = 4;

    /** How many tasks a run has. */
    int tasksOfRun() {
        return tasks == 0 ? TASKS_PER_CPU * Runtime.getRuntime().availableProcessors() : tasks;
    }
}
