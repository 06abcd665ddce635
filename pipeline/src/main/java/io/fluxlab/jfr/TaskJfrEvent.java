package io.fluxlab.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A task, from its start to its end. The recorder's own thread of the event is the one on which it ended. */
@Name("fluxlab.Task")
@Label("Task")
@Category("Fluxlab")
@Description("A task of a run, from its start to its end")
@StackTrace(false)
final class TaskJfrEvent extends Event {

    @Label("Run")
    @Nullable
    String run;

    @Label("Workload")
    @Nullable
    String workload;

    @Label("Lane")
    @Nullable
    String lane;

    @Label("Task")
    int task;

    @Label("Name")
    @Nullable
    String name;

    @Label("Started On")
    @Nullable
    Thread startedOn;

    @Label("Failure")
    @Description("Class of the error with which it ended")
    @Nullable
    String failure;
}
