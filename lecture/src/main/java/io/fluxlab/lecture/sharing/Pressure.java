package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Race;
import io.fluxlab.lecture.sharing.SharedStateWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;

/**
 * Rounds of a race, each harder than the one before, until a fault was seen: every round is twice as long, so that it gets
 * likelier that a thread is stopped in the middle of its step while the others go on; and from the third round on some stop
 * there by themselves, for longer and longer. Sound variants stand the same.
 */
record Pressure(Parameters parameters, TaskContext context) {

    private static final int CLOSED_ROUNDS = 2;
    private static final int MOST_DOUBLINGS = 7;

    /** What came of it. */
    Object on(SharingTrial trial) throws Exception {
        Race race = trial.cast().sharing().race();
        long deadline =
                System.nanoTime() + Duration.ofMillis(parameters.limitMillis()).toNanos();
        int rounds = 0;
        while (!isEnough(trial, rounds) && System.nanoTime() < deadline) {
            long steps = (long) parameters.steps() << Math.min(rounds, MOST_DOUBLINGS);
            if (rounds >= CLOSED_ROUNDS) {
                trial.cast().gap().open(steps, rounds - CLOSED_ROUNDS);
            }
            race.run(trial.cast().racers(), steps, Duration.ofNanos(deadline - System.nanoTime()), context);
            rounds++;
            context.checkpoint(rounds);
        }
        List<String> touchedBy = trial.cast().racers().stream()
                .flatMap(racer -> racer.threads().stream())
                .distinct()
                .sorted()
                .toList();
        return trial.finding(rounds, touchedBy);
    }

    private boolean isEnough(SharingTrial trial, int rounds) {
        return trial.cast().sharing() == Sharing.BROKEN ? trial.faults() > 0 : rounds == parameters.rounds();
    }
}
