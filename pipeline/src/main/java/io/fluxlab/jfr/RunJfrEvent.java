package io.fluxlab.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A run, from when its tasks could start until it was summed up, or nobody wanted it any more. */
@Name("fluxlab.Run")
@Label("Run")
@Category("Fluxlab")
@Description("A workload on a lane")
@StackTrace(false)
final class RunJfrEvent extends Event {

    @Label("Run")
    @Nullable
    String run;

    @Label("Workload")
    @Nullable
    String workload;

    @Label("Lane")
    @Nullable
    String lane;

    @Label("Tasks")
    int tasks;

    @Label("Status")
    @Nullable
    String status;
}
