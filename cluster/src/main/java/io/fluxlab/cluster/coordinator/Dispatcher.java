package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.journal.JournaledRun;
import io.fluxlab.cluster.message.Credit;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.cluster.message.TaskGroup.Start;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lane.Upcoming;
import io.fluxlab.process.message.ItemReader;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.workload.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes groups of a run's tasks and gives them to lanes, never more at once than tasks may run at once. A group that was
 * with a member that is lost is made again of what had not ended, one by one: so it shows which of them does that. Confined
 * to the run's loop.
 */
final class Dispatcher {

    /** What events call whoever has run a task whose results are written down. */
    private static final String JOURNAL = "journal";

    private final Coordinator coordinator;
    private final RunTraffic traffic;
    private final OpenPlaces places;
    private final long run;
    private final Plan plan;
    private final Upcoming upcoming;
    private final GroupSize size = new GroupSize();
    private final Map<Integer, RemoteTask> tasks = new HashMap<>();
    private final Map<Long, Group> groups = new HashMap<>();
    private final Deque<Group> pending = new ArrayDeque<>();
    private final @Nullable JournaledRun journal;
    private @Nullable TravellingContext context;
    private @Nullable BrokenRunException failure;
    private boolean hasContext;
    private boolean traced;
    private int next;
    private boolean closed;

    /**
     * @param journal where the run's results are written down; null where they are not
     */
    Dispatcher(
            Coordinator coordinator,
            RunTraffic traffic,
            OpenPlaces places,
            long run,
            Plan plan,
            Upcoming upcoming,
            @Nullable JournaledRun journal) {
        this.journal = journal;
        this.coordinator = coordinator;
        this.traffic = traffic;
        this.places = places;
        this.run = run;
        this.plan = plan;
        this.upcoming = upcoming;
    }

    /** The task of this index, which is under way, or will be. */
    RemoteTask take(int index, ClusterSession session) {
        RemoteTask known = tasks.get(index);
        if (known == null && isFound(index)) {
            known = new RemoteTask(session, index);
            tasks.put(index, known);
        } else if (known == null) {
            Group group = newGroup(index, session);
            coverLane(group);
            known = group.tasks().get(0);
        }
        return known;
    }

    @Nullable
    RemoteTask find(int index) {
        return tasks.get(index);
    }

    /** Who runs a task, or has run it. */
    String worker(RemoteTask task) {
        if (isFound(task.taskIndex())) {
            return JOURNAL;
        }
        Group group = task.group();
        LaneOf lane = group == null ? null : group.lane();
        return lane == null ? "no worker yet" : lane.worker();
    }

    private Group newGroup(int first, ClusterSession session) {
        int fairShare = Math.max(1, (upcoming.end() - first) / (2 * Math.max(1, upcoming.atOnce())));
        int count = Math.clamp(Math.min(size.size(), fairShare), 1, Math.max(1, upcoming.end() - first));
        List<RemoteTask> members = new ArrayList<>();
        int index = first;
        while (members.size() < count && (index == first || index < upcoming.end())) {
            if (!isFound(index)) {
                RemoteTask task = new RemoteTask(session, index);
                tasks.put(index, task);
                members.add(task);
            }
            index++;
        }
        next = Math.max(next, index);
        return keep(members);
    }

    /** Whether a task's results are in the journal, from before. */
    private boolean isFound(int index) {
        return journal != null && journal.has(index);
    }

    private Group keep(List<RemoteTask> members) {
        Group group = new Group(coordinator.newNumber(), members);
        groups.put(group.dispatch(), group);
        return group;
    }

    /** What the run's bodies find in Reactor's context, and whether what their threads do is to be told. */
    void travels(@Nullable TravellingContext newContext, boolean newTraced) {
        context = newContext;
        traced = newTraced;
        hasContext = true;
    }

    /** Somebody wants this task: sends its group, and as many more as may be under way. */
    void wanted(RemoteTask task, ClusterSession session) {
        Group group = task.group();
        BrokenRunException broken = failure;
        if (broken != null) {
            task.fail(broken);
        } else if (group == null && journal != null) {
            journal.replay(task.taskIndex(), plan.getClass().getClassLoader(), new ReplayedTask(task));
        } else if (group != null && !group.isSent()) {
            send(group);
        }
        fill(session);
    }

    /** Has as many groups under way as tasks may run at once, where tasks are short: the way would be most of their time. */
    void fill(ClusterSession session) {
        while (hasContext && !closed && size.size() > 1 && groups.size() < upcoming.atOnce() && hasNext()) {
            Group group = newGroup(next, session);
            coverLane(group);
            send(group);
        }
    }

    private boolean hasNext() {
        while (next < upcoming.end() && isFound(next)) {
            next++;
        }
        return next < upcoming.end();
    }

    /** The run can't go on: all its tasks fail, also those that come. */
    void fail(BrokenRunException error) {
        failure = error;
        close();
        for (RemoteTask task : List.copyOf(tasks.values())) {
            task.fail(error);
            withdraw(task);
        }
    }

    /** Nothing is sent from now on. */
    void close() {
        closed = true;
        pending.clear();
    }

    private boolean coverLane(Group group) {
        if (group.lane() == null && !closed) {
            group.goesTo(coordinator.all().take(run, places.open()));
        }
        return group.lane() != null;
    }

    private void send(Group group) {
        if (closed) {
            return;
        }
        if (!coverLane(group)) {
            if (!pending.contains(group)) {
                pending.add(group);
            }
            int unused = places.ask(pending.size());
            return;
        }
        LaneOf to = group.lane();
        if (to != null) {
            List<Start> starts = group.tasks().stream()
                    .map(task -> new Start(
                            task.taskIndex(), plan.origin(task.taskIndex()), task.received(), task.startingLimit()))
                    .toList();
            group.sent();
            traffic.give(to, Letter.of(Kind.GROUP, new TaskGroup(group.dispatch(), run, context, traced, starts)));
        }
    }

    /** There may be room for those that wait. */
    void sendPending() {
        int waiting = pending.size();
        for (int each = 0; each < waiting; each++) {
            Group group = pending.remove();
            if (!group.isOver()) {
                send(group);
            }
        }
    }

    void allow(Group group, int task, long limit) {
        tell(group, Kind.CREDIT, task, limit);
    }

    /** Nobody wants this task any more. */
    void withdraw(RemoteTask task) {
        tasks.remove(task.taskIndex());
        Group group = task.group();
        if (group == null) {
            return;
        }
        if (group.isSent()) {
            tell(group, Kind.CANCEL, task.taskIndex(), 0);
        } else {
            ended(group, task);
        }
    }

    private void tell(Group group, Kind kind, int task, long limit) {
        LaneOf lane = group.lane();
        if (lane != null) {
            traffic.tell(lane.member().name(), Letter.of(kind, new Credit(group.dispatch(), task, limit)));
        }
    }

    void forget(RemoteTask task) {
        tasks.remove(task.taskIndex());
    }

    private void ended(Group group, RemoteTask task) {
        group.ended(task);
        if (group.isOver()) {
            groups.remove(group.dispatch());
            pending.remove(group);
            LaneOf lane = group.lane();
            if (lane != null) {
                coordinator.free(run, lane);
            }
        }
    }

    /** What has come of a group; of one that was given up, nothing counts. */
    void frame(FrameReader frame) {
        Group group = groups.get(frame.dispatch());
        if (group != null) {
            if (journal != null) {
                journal.append(frame.content());
            }
            frame.read(plan.getClass().getClassLoader(), new Results(group));
        }
    }

    /** A member is gone: what it had goes to others. */
    void lost(String member, String how) {
        List<Group> theirs =
                groups.values().stream().filter(group -> group.isAt(member)).toList();
        for (Group group : theirs) {
            groups.remove(group.dispatch());
            List<RemoteTask> left = new ArrayList<>(group.tasks());
            if (group.isSent() && !left.isEmpty() && !left.get(0).lost(how)) {
                left.remove(0);
            }
            for (RemoteTask task : left) {
                if (!task.isOver()) {
                    pending.add(keep(List.of(task)));
                }
            }
        }
        sendPending();
    }

    /** The results of one group. */
    private final class Results implements FrameReader.Listener {

        private final Group group;

        private Results(Group group) {
            this.group = group;
        }

        @Override
        public void items(int index, long from, ItemReader items) {
            RemoteTask task = group.task(index);
            if (task != null) {
                try {
                    task.items(from, items);
                } catch (RuntimeException e) { // of an item whose type is not here
                    task.fail(e);
                }
            }
        }

        @Override
        public void ended(int index, long count, long cpuNanos, long wallNanos) {
            RemoteTask task = group.task(index);
            if (task != null) {
                size.took(wallNanos);
                Dispatcher.this.ended(group, task);
                task.ended(count, cpuNanos);
            }
        }

        @Override
        public void failed(int index, String code, String message) {
            RemoteTask task = group.task(index);
            if (task != null) {
                Dispatcher.this.ended(group, task);
                task.fail(new BrokenRunException(code, message));
            }
        }

        @Override
        public void traced(int index, long sinceNanos, TraceLog.Kept kept) {
            RemoteTask task = group.task(index);
            LaneOf lane = group.lane();
            if (task != null && lane != null) {
                task.traced(sinceNanos, kept, lane.member().process());
            }
        }
    }
}
