package io.fluxlab.lecture.puzzle;

import io.fluxlab.lecture.puzzle.Operation.Load;
import io.fluxlab.lecture.puzzle.Operation.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A schedule in the making, whose turns can be taken back. Not thread-safe. */
public final class Play {

    private final Puzzle puzzle;
    private final List<Turn> turns = new ArrayList<>();

    public Play(Puzzle puzzle) {
        this.puzzle = puzzle;
    }

    /** What is played. */
    public Puzzle puzzle() {
        return puzzle;
    }

    /** What has been done so far. */
    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** Who went on, in order. */
    public List<Integer> schedule() {
        return turns.stream().map(Turn::thread).toList();
    }

    /** What there is now. */
    public Moment moment() {
        return turns.isEmpty()
                ? puzzle.beginning()
                : turns.get(turns.size() - 1).after();
    }

    /** What has become of the threads so far. */
    public Outcome outcome() {
        return puzzle.outcome(moment());
    }

    /**
     * Lets a thread do its next operation.
     *
     * @throws IllegalArgumentException where it can't go on
     */
    public void let(int thread) {
        Moment before = moment();
        Moment after = puzzle.step(before, thread);
        turns.add(new Turn(thread, puzzle.next(before, thread).orElseThrow(), before, after));
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
    public Optional<Overwrite> overwrite() {
        for (int late = 0; late < turns.size(); late++) {
            if (turns.get(late).step().operation() instanceof Store store) {
                Optional<Overwrite> found = overwrite(late, store.variable());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Overwrite> overwrite(int late, String variable) {
        int reader = turns.get(late).thread();
        for (int between = late - 1; between >= 0; between--) {
            Turn turn = turns.get(between);
            if (turn.thread() == reader && turn.step().operation().equals(new Load(variable))) {
                return Optional.empty();
            } else if (turn.step().operation().equals(new Store(variable))) {
                int loser = turn.thread();
                int load = lastLoad(between, reader, variable);
                return load < 0
                        ? Optional.empty()
                        : Optional.of(new Overwrite(load + 1, between + 1, late + 1, reader, loser));
            }
        }
        return Optional.empty();
    }

    private int lastLoad(int before, int thread, String variable) {
        for (int index = before - 1; index >= 0; index--) {
            Turn turn = turns.get(index);
            if (turn.thread() == thread && turn.step().operation().equals(new Load(variable))) {
                return index;
            }
        }
        return -1;
    }
}
