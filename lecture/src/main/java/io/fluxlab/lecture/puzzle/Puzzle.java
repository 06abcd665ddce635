package io.fluxlab.lecture.puzzle;

import io.fluxlab.lecture.puzzle.Operation.Acquire;
import io.fluxlab.lecture.puzzle.Operation.Add;
import io.fluxlab.lecture.puzzle.Operation.Load;
import io.fluxlab.lecture.puzzle.Operation.Notify;
import io.fluxlab.lecture.puzzle.Operation.Put;
import io.fluxlab.lecture.puzzle.Operation.Release;
import io.fluxlab.lecture.puzzle.Operation.Store;
import io.fluxlab.lecture.puzzle.Operation.Take;
import io.fluxlab.lecture.puzzle.Operation.TestEmpty;
import io.fluxlab.lecture.puzzle.Operation.Wait;
import io.fluxlab.lecture.puzzle.Operation.Work;
import io.fluxlab.lecture.puzzle.ThreadState.Sleep;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Threads that share something, and what should be there in the end. Immutable.
 *
 * @param threads their programs
 * @param start what they share when they start
 * @param end what of that has to have which value when all have ended
 */
public record Puzzle(List<ThreadProgram> threads, Map<String, Integer> start, Map<String, Integer> end) {

    public Puzzle {
        threads = List.copyOf(threads);
        start = Collections.unmodifiableMap(new TreeMap<>(start));
        end = Map.copyOf(end);
    }

    /** Before the first operation. */
    public PuzzleState beginning() {
        return new PuzzleState(
                start, Map.of(), Collections.nCopies(threads.size(), ThreadState.START), List.of(), Optional.empty());
    }

    /** The operation that a thread does next; none where it has ended. */
    public Optional<ProgramStep> next(PuzzleState moment, int thread) {
        List<ProgramStep> steps = threads.get(thread).steps();
        int index = moment.places().get(thread).next();
        return index < steps.size() ? Optional.of(steps.get(index)) : Optional.empty();
    }

    /** Why a thread that has not ended can't go on; none where it can. */
    public Optional<Blocked> blocked(PuzzleState moment, int thread) {
        ThreadState place = moment.places().get(thread);
        return next(moment, thread).flatMap(step -> switch (step.operation()) {
            case Acquire acquire -> held(moment, thread, acquire.lock());
            case Wait wait ->
                switch (place.sleep()) {
                    case AWAKE -> Optional.empty();
                    case SLEEPS -> Optional.of(new Blocked(thread, wait.lock(), Optional.empty()));
                    case NOTIFIED -> held(moment, thread, wait.lock());
                };
            case Load load -> Optional.empty();
            case Add add -> Optional.empty();
            case Store store -> Optional.empty();
            case Release release -> Optional.empty();
            case Work work -> Optional.empty();
            case TestEmpty test -> Optional.empty();
            case Notify notify -> Optional.empty();
            case Put put -> Optional.empty();
            case Take take -> Optional.empty();
        });
    }

    private static Optional<Blocked> held(PuzzleState moment, int thread, String lock) {
        return moment.owner(lock).map(owner -> new Blocked(thread, lock, Optional.of(owner)));
    }

    /** The threads that can go on. */
    public List<Integer> enabled(PuzzleState moment) {
        if (moment.failed().isPresent()) {
            return List.of();
        }
        return IntStream.range(0, threads.size())
                .filter(thread -> next(moment, thread).isPresent()
                        && blocked(moment, thread).isEmpty())
                .boxed()
                .toList();
    }

    /** What has become of the threads. */
    public PuzzleOutcome outcome(PuzzleState moment) {
        if (moment.failed().isPresent()) {
            int thread = moment.failed().get();
            return new PuzzleOutcome.NothingToTake(thread, listOf(moment, thread));
        } else if (!enabled(moment).isEmpty()) {
            return new PuzzleOutcome.Open();
        }
        List<Blocked> blocked = IntStream.range(0, threads.size())
                .mapToObj(thread -> blocked(moment, thread))
                .flatMap(Optional::stream)
                .toList();
        if (!blocked.isEmpty()) {
            return new PuzzleOutcome.Deadlock(blocked);
        }
        return end.entrySet().stream()
                .filter(entry -> moment.value(entry.getKey()) != entry.getValue())
                .<PuzzleOutcome>map(entry ->
                        new PuzzleOutcome.WrongValue(entry.getKey(), entry.getValue(), moment.value(entry.getKey())))
                .findFirst()
                .orElseGet(PuzzleOutcome.Well::new);
    }

    private String listOf(PuzzleState moment, int thread) {
        return next(moment, thread)
                .map(ProgramStep::operation)
                .filter(Take.class::isInstance)
                .map(operation -> ((Take) operation).list())
                .orElseThrow();
    }

    /**
     * The moment after the next operation of a thread.
     *
     * @throws IllegalArgumentException where it can't go on
     */
    public PuzzleState step(PuzzleState moment, int thread) {
        if (!enabled(moment).contains(thread)) {
            throw new IllegalArgumentException("thread must be one of %s, was %d".formatted(enabled(moment), thread));
        }
        ThreadState place = moment.places().get(thread);
        PuzzleState gone = moment.with(thread, place.at(place.next() + 1));
        return switch (next(moment, thread).orElseThrow().operation()) {
            case Load load -> gone.with(thread, gone.places().get(thread).with(moment.value(load.variable())));
            case Add add -> gone.with(thread, gone.places().get(thread).with(place.register() + add.amount()));
            case Store store -> gone.with(store.variable(), place.register());
            case Acquire acquire -> gone.locked(acquire.lock(), thread);
            case Release release -> gone.unlocked(release.lock());
            case Work work -> gone;
            case TestEmpty test ->
                moment.value(test.list()) == 0 ? gone : moment.with(thread, place.at(test.otherwise()));
            case Wait wait -> place.sleep() == Sleep.AWAKE ? asleep(moment, thread, wait) : back(moment, thread, wait);
            case Notify notify -> WaitQueue.wakeFirst(gone);
            case Put put -> gone.with(put.list(), moment.value(put.list()) + 1);
            case Take take -> taken(moment, gone, thread, take);
        };
    }

    private static PuzzleState asleep(PuzzleState moment, int thread, Wait wait) {
        ThreadState place = moment.places().get(thread);
        return WaitQueue.add(moment.with(thread, place.in(Sleep.SLEEPS)).unlocked(wait.lock()), thread);
    }

    private static PuzzleState back(PuzzleState moment, int thread, Wait wait) {
        ThreadState place = moment.places().get(thread);
        return moment.with(thread, place.at(wait.next())).locked(wait.lock(), thread);
    }

    private static PuzzleState taken(PuzzleState before, PuzzleState gone, int thread, Take take) {
        int left = before.value(take.list()) - 1;
        return left < 0 ? before.failed(thread) : gone.with(take.list(), left);
    }
}
