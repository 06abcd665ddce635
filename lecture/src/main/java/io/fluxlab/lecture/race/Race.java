package io.fluxlab.lecture.race;

import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;

/** A way to have racers step at once. Implementations are stateless and thread-safe. */
public sealed interface Race permits FreeRace, ConfinedRace {

    /** Each racer on a thread of its own. */
    static Race free() {
        return new FreeRace(Tracer.NONE);
    }

    /** Each racer on a thread of its own, of which is taken down when it starts and ends. */
    static Race free(Tracer tracer) {
        return new FreeRace(tracer);
    }

    /** All racers' steps on one thread, which Reactor's {@code publishOn} hands them to. */
    static Race confined() {
        return new ConfinedRace();
    }

    /**
     * Has each racer take so many steps, or as many as the time allows, and waits for all. Every thread has ended when
     * this returns, so that whatever the racers wrote is seen here.
     *
     * @return how long it took from the first step to the last, in nanoseconds
     */
    long run(List<Racer> racers, long steps, Duration limit, TaskContext context) throws Exception;
}
