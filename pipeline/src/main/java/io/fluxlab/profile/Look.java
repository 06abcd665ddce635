package io.fluxlab.profile;

import io.fluxlab.diagnosis.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks of a run were at one moment. Immutable.
 *
 * @param started how many tasks had started and not ended
 * @param seen those of them that were looked at
 * @param strays threads that do something of tasks and that no task is in
 */
record Look(int started, List<Seen> seen, List<Seen> strays) {

    Look {
        seen = List.copyOf(seen);
        strays = List.copyOf(strays);
    }

    /**
     * A task, or a thread. Immutable.
     *
     * @param what the lock that it waits for, or the operator; null where it is not known
     * @param thread its name; empty where no thread is in the task
     * @param threadId tells apart threads of one name; 0 where no thread is in the task
     */
    record Seen(Activity activity, @Nullable String what, String thread, long threadId, List<String> at) {

        Seen {
            at = List.copyOf(at);
        }
    }
}
