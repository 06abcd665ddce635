package io.fluxlab.cluster.coordinator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks that go to one lane together. Confined to the run's loop. */
final class Group {

    private final long dispatch;
    private final List<RemoteTask> tasks;
    private @Nullable LaneOf lane;
    private boolean sent;

    Group(long dispatch, List<RemoteTask> tasks) {
        this.dispatch = dispatch;
        this.tasks = new ArrayList<>(tasks);
        tasks.forEach(task -> task.goesWith(this));
    }

    long dispatch() {
        return dispatch;
    }

    /** Its tasks that have not ended. */
    List<RemoteTask> tasks() {
        return tasks;
    }

    @Nullable
    LaneOf lane() {
        return lane;
    }

    void goesTo(@Nullable LaneOf newLane) {
        lane = newLane;
    }

    boolean isSent() {
        return sent;
    }

    void sent() {
        sent = true;
    }

    boolean isAt(String member) {
        return lane != null && lane.member().name().equals(member);
    }

    @Nullable
    RemoteTask task(int index) {
        return tasks.stream()
                .filter(task -> task.taskIndex() == index)
                .findFirst()
                .orElse(null);
    }

    /** A task of it has ended. */
    void ended(RemoteTask task) {
        tasks.remove(task);
    }

    boolean isOver() {
        return tasks.isEmpty();
    }
}
