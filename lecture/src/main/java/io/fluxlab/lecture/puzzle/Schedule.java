package io.fluxlab.lecture.puzzle;

import io.fluxlab.lecture.puzzle.Operation.Load;
import io.fluxlab.lecture.puzzle.Operation.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A schedule in the making, whose turns can be taken back. Not thread-safe. */
public final class Schedule {

    private final Puzzle puzzle;
    private final List<ScheduleStep> turns = new ArrayList<>();

    public Schedule(Puzzle puzzle) {
        this.puzzle = puzzle;
    }

    /** What is played. */
    public Puzzle puzzle() {
        return puzzle;
    }

    /** What has been done so far. */
    public List<ScheduleStep> turns() {
        return List.copyOf(turns);
    }

    /** Who went on, in order. */
    public List<Integer> schedule() {
        return turns.stream().map(ScheduleStep::thread).toList();
    }

    /** What there is now. */
    public PuzzleState moment() {
        return turns.isEmpty()
                ? puzzle.beginning()
                : turns.get(turns.size() - 1).after();
    }

    /** What has become of the threads so far. */
    public PuzzleOutcome outcome() {
        return puzzle.outcome(moment());
    }

    /**
     * Lets a thread do its next operation.
     *
     * @throws IllegalArgumentException where it can't go on
     */
    public void let(int thread) {
        PuzzleState before = moment();
        PuzzleState after = puzzle.step(before, thread);
        turns.add(new ScheduleStep(thread, puzzle.next(before, thread).orElseThrow(), before, after));
    }

    /** Lets random threads go on until none can. */
    public void finish(RandomGenerator random) {
        List<Integer> enabled = puzzle.enabled(moment());
        while (!enabled.isEmpty()) {
            let(enabled.get(random.nextInt(enabled.size())));
            enabled = puzzle.enabled(moment());
        }
    }

    /** Takes the last turn back; says whether there was one. */
    public boolean undo() {
        if (turns.isEmpty()) {
            return false;
        }
        turns.remove(turns.size() - 1);
        return true;
    }

    /** Takes all turns back. */
    public void restart() {
        turns.clear();
    }

    /** Where a value was stored over one that the storing thread had not read. */
    public Optional<LostUpdate> overwrite() {
        for (int late = 0; late < turns.size(); late++) {
            if (turns.get(late).step().operation() instanceof Store store) {
                Optional<LostUpdate> found = overwrite(late, store.variable());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LostUpdate> overwrite(int late, String variable) {
        int reader = turns.get(late).thread();
        for (int between = late - 1; between >= 0; between--) {
            ScheduleStep turn = turns.get(between);
            if (turn.thread() == reader && turn.step().operation().equals(new Load(variable))) {
                return Optional.empty();
            } else if (turn.step().operation().equals(new Store(variable))) {
                int loser = turn.thread();
                int load = lastLoad(between, reader, variable);
                return load < 0
                        ? Optional.empty()
                        : Optional.of(new LostUpdate(load + 1, between + 1, late + 1, reader, loser));
            }
        }
        return Optional.empty();
    }

    private int lastLoad(int before, int thread, String variable) {
        for (int index = before - 1; index >= 0; index--) {
            ScheduleStep turn = turns.get(index);
            if (turn.thread() == thread && turn.step().operation().equals(new Load(variable))) {
                return index;
            }
        }
        return -1;
    }
}
