package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Race;
import io.fluxlab.lecture.sharing.SharedStateWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;

/**
 * Rounds of a race, each harder than the one before, until a fault was seen: every round is twice as long, so that it gets
 * likelier that a thread is stopped in the middle of its step while the others go on; and from the third round on threads
 * stop there by themselves, more and more often. Sound variants stand the same.
 */
record Pressure(Parameters parameters, TaskContext context) {

    private static final int CLOSED_ROUNDS = 2;
    private static final int SELDOM = 512;
    private static final int OFTEN = 16;

    /** What came of it. */
    Object on(Trial trial) throws Exception {
        Race race = trial.sharing().race();
        long deadline =
                System.nanoTime() + Duration.ofMillis(parameters.limitMillis()).toNanos();
        long steps = parameters.steps();
        int rounds = 0;
        while (!isEnough(trial, rounds) && System.nanoTime() < deadline) {
            race.run(trial.racers(), steps, Duration.ofNanos(deadline - System.nanoTime()), context);
            rounds++;
            steps *= 2;
            if (rounds >= CLOSED_ROUNDS) {
                trial.gap().open(Math.max(OFTEN, SELDOM >> (rounds - CLOSED_ROUNDS)));
            }
            context.checkpoint(rounds);
        }
        List<String> touchedBy = trial.racers().stream()
                .flatMap(racer -> racer.threads().stream())
                .distinct()
                .sorted()
                .toList();
        return trial.finding(rounds, touchedBy);
    }

    private boolean isEnough(Trial trial, int rounds) {
        return trial.sharing() == Sharing.BROKEN ? trial.faults() > 0 : rounds == parameters.rounds();
    }
}
