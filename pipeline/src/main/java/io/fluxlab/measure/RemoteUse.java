package io.fluxlab.measure;

import org.jspecify.annotations.Nullable;

/**
 * What a run has used, and holds, outside this JVM: in the processes that its lane has made. Immutable.
 *
 * @param cpuNanos CPU time since the run opened
 * @param allocatedBytes heap bytes allocated since then
 * @param contextSwitches since then, null where the platform does not tell
 * @param threads platform threads now
 * @param heapBytes heap in use now
 */
public record RemoteUse(
        long cpuNanos, long allocatedBytes, @Nullable Long contextSwitches, int threads, long heapBytes) {

    /** Nothing outside this JVM. */
    public static final RemoteUse NONE = new RemoteUse(0, 0, 0L, 0, 0);

    /** This and that. */
    public RemoteUse plus(RemoteUse other) {
        return new RemoteUse(
                cpuNanos + other.cpuNanos,
                allocatedBytes + other.allocatedBytes,
                contextSwitches == null || other.contextSwitches == null
                        ? null
                        : (Long) (contextSwitches + other.contextSwitches),
                threads + other.threads,
                heapBytes + other.heapBytes);
    }

    /** Of a process that has ended: what it used, and that it holds nothing any more. */
    public RemoteUse ended() {
        return new RemoteUse(cpuNanos, allocatedBytes, contextSwitches, 0, 0);
    }
}
