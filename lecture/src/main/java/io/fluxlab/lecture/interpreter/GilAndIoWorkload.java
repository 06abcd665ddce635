package io.fluxlab.lecture.interpreter;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * Tasks that make short blocking calls, beside tasks that compute for as long as the others need (lecture: GIL – Global
 * Interpreter Lock; David Beazley, "Understanding the Python GIL", PyCon 2010). On the lane {@code gil}, each call is
 * followed by a wait for the lock.
 */
public final class GilAndIoWorkload implements Workload<GilAndIoWorkload.Parameters> {

    /**
     * How many do what.
     *
     * @param ioTasks how many tasks make blocking calls
     * @param calls how many calls each of them makes, one after the other
     * @param ioMillis how long a call blocks, in milliseconds
     * @param cpuTasks how many tasks compute
     */
    public record Parameters(
            @Param(value = "how many tasks make blocking calls", min = 1, max = 10_000)
            int ioTasks,

            @Param(value = "how many calls each of them makes, one after the other", min = 1, max = 100_000)
            int calls,

            @Param(value = "milliseconds that a call blocks", min = 0, max = 3_600_000)
            int ioMillis,

            @Param(value = "how many tasks compute meanwhile", min = 0, max = 1_000)
            int cpuTasks) {}

    @Override
    public String name() {
        return "gil-and-io";
    }

    @Override
    public String summary() {
        return "computes beside short blocking calls, and tells how long these wait to go on";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(8, 20, 2, 1);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new GilAndIoPlan(parameters);
    }
}
