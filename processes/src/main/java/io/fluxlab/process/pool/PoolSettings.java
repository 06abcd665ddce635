package io.fluxlab.process.pool;

import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.work.TaskProgram;
import java.time.Duration;

/**
 * What a pool's children may take. Immutable.
 *
 * @param heapMegabytes the most heap of each
 * @param patience how long a child may stay silent before it counts as dead
 * @param loopback whether to speak over loopback TCP even where there are Unix domain sockets
 */
public record PoolSettings(int heapMegabytes, Duration patience, boolean loopback) {

    /** 512 MB, five seconds, Unix domain sockets. */
    public static final PoolSettings DEFAULT = new PoolSettings(512, Duration.ofSeconds(5), false);

    /** How often the pool looks whether its children still live. */
    static final Duration TICK = Duration.ofMillis(250);

    /** These settings with another bound on the heap. */
    public PoolSettings withHeapMegabytes(int megabytes) {
        return new PoolSettings(megabytes, patience, loopback);
    }

    /** These settings with another patience. */
    public PoolSettings withPatience(Duration newPatience) {
        return new PoolSettings(heapMegabytes, newPatience, loopback);
    }

    /** These settings over loopback TCP. */
    public PoolSettings onLoopback() {
        return new PoolSettings(heapMegabytes, patience, true);
    }

    ChildOptions child() {
        return ChildOptions.light(TaskProgram.class, heapMegabytes);
    }

    int silentTicks() {
        return (int) Math.max(1, patience.dividedBy(TICK));
    }
}
