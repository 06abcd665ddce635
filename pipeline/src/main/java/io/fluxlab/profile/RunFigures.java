package io.fluxlab.profile;

import io.fluxlab.diagnosis.Machine;
import io.fluxlab.diagnosis.Outline;
import io.fluxlab.diagnosis.Outline.Silence;
import io.fluxlab.diagnosis.Outline.Trouble;
import io.fluxlab.measure.KernelTime;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.Whereabouts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what the events of runs that are watched say. Not thread-safe. */
final class RunFigures {

    private static final String CANCELLED = "cancelled";

    private final String lane;
    private final int atOnce;
    private final int calls;
    private final List<Long> walls = new ArrayList<>();
    private Whereabouts whereabouts = Whereabouts.UNKNOWN;
    private int tasks;
    private int failed;
    private long cpuNanos;
    private long allocatedBytes;
    private @Nullable Long contextSwitches = 0L;
    private @Nullable KernelTime kernelBefore;
    private @Nullable KernelTime kernel;
    private int silentTasks;
    private @Nullable TaskSilent silent;
    private boolean wasCutOff;
    private @Nullable Failure failure;

    RunFigures(String lane, int atOnce, int calls) {
        this.lane = lane;
        this.atOnce = atOnce;
        this.calls = calls;
    }

    void accept(RunEvent event) {
        if (event instanceof RunStarted) {
            silentTasks = 0;
            kernelBefore = KernelTime.now();
        } else if (event instanceof TaskSilent now) {
            silent = now;
            silentTasks++;
        } else if (event instanceof TaskFailed task) {
            if (failure == null && !task.error().code().equals(CANCELLED)) {
                failure = task.error();
            }
        } else if (event instanceof RunFinished finished) {
            wasCutOff |= finished.status() == Status.CANCELLED;
            add(finished.summary());
        }
    }

    private void add(RunSummary summary) {
        KernelTime before = kernelBefore;
        KernelTime now = KernelTime.now();
        if (before != null && now != null) {
            KernelTime sum = kernel;
            kernel = sum == null ? now.since(before) : sum.plus(now.since(before));
        }
        walls.add(summary.wallNanos());
        tasks += summary.tasks();
        failed += summary.failed();
        cpuNanos += summary.cpuNanos();
        allocatedBytes += summary.allocatedBytes();
        Long switches = contextSwitches;
        Long more = summary.contextSwitches();
        contextSwitches = switches == null || more == null ? null : (Long) (switches + more);
        whereabouts = whereabouts.plus(new Whereabouts(
                1,
                summary.tasks(),
                Objects.requireNonNullElse(summary.places(), List.of()),
                Objects.requireNonNullElse(summary.assembly(), Assembly.NONE)));
    }

    int runs() {
        return walls.size();
    }

    long wallNanos() {
        return walls.stream().mapToLong(Long::longValue).sum();
    }

    long medianNanos() {
        List<Long> sorted = new ArrayList<>(walls);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    Outline outline() {
        TaskSilent last = silent;
        Failure first = failure;
        return new Outline(
                lane,
                atOnce,
                walls.size(),
                tasks,
                calls,
                failed,
                wallNanos(),
                last == null || !wasCutOff ? null : Silence.of(Math.max(1, silentTasks), last, last.at()),
                first == null
                        ? null
                        : new Trouble(
                                first.code(), first.message(), Objects.requireNonNullElse(first.at(), List.of())));
    }

    Machine machine(long collectorNanos) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                cpuNanos,
                taskCpuNanos(),
                collectorNanos,
                allocatedBytes,
                contextSwitches,
                kernel);
    }

    /** Null where that of one place is not known. */
    private @Nullable Long taskCpuNanos() {
        long sum = 0;
        for (PlaceOfWork place : whereabouts.places()) {
            Long nanos = place.cpuNanos();
            if (nanos == null) {
                return null;
            }
            sum += nanos;
        }
        return whereabouts.places().isEmpty() ? null : (Long) sum;
    }
}
