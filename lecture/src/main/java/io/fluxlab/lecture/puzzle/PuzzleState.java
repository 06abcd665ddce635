package io.fluxlab.lecture.puzzle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that there is between two operations. Immutable; two that are equal have the same future.
 *
 * @param values what the threads share: variables, and the lengths of lists
 * @param owners which thread holds a lock, by the lock's name; locks that nobody holds are not in it
 * @param places where each thread is
 * @param sleepers the threads that sleep, the one that has slept longest first
 * @param failed the thread that took from an empty list
 */
public record PuzzleState(
        Map<String, Integer> values,
        Map<String, Integer> owners,
        List<ThreadState> places,
        List<Integer> sleepers,
        Optional<Integer> failed) {

    public PuzzleState {
        values = Map.copyOf(values);
        owners = Map.copyOf(owners);
        places = List.copyOf(places);
        sleepers = List.copyOf(sleepers);
    }

    /** The value of a variable, or the length of a list. */
    public int value(String name) {
        return values.getOrDefault(name, 0);
    }

    /** Which thread holds a lock. */
    public Optional<Integer> owner(String lock) {
        return Optional.ofNullable(owners.get(lock));
    }

    PuzzleState with(int thread, ThreadState place) {
        List<ThreadState> all = new ArrayList<>(places);
        all.set(thread, place);
        return new PuzzleState(values, owners, all, sleepers, failed);
    }

    PuzzleState with(String name, int value) {
        Map<String, Integer> all = new TreeMap<>(values);
        all.put(name, value);
        return new PuzzleState(all, owners, places, sleepers, failed);
    }

    PuzzleState locked(String lock, int thread) {
        Map<String, Integer> all = new TreeMap<>(owners);
        all.put(lock, thread);
        return new PuzzleState(values, all, places, sleepers, failed);
    }

    PuzzleState unlocked(String lock) {
        Map<String, Integer> all = new TreeMap<>(owners);
        all.remove(lock);
        return new PuzzleState(values, all, places, sleepers, failed);
    }

    PuzzleState withSleepers(List<Integer> threads) {
        return new PuzzleState(values, owners, places, threads, failed);
    }

    PuzzleState failed(int thread) {
        return new PuzzleState(values, owners, places, sleepers, Optional.of(thread));
    }
}
