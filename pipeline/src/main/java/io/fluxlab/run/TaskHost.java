package io.fluxlab.run;

import io.fluxlab.task.TaskPlace;
import java.util.concurrent.Executor;

/**
 * Where a task runs, as the task sees it: an executor on whose thread its body is asked for more, and that drops what comes
 * when the run is over. Thread-safe.
 */
interface TaskHost extends Executor {

    /** Its gate and its CPU clock. */
    TaskPlace place();

    /** Goes on with the next task: the one that has waited here has ended. */
    void resume();
}
