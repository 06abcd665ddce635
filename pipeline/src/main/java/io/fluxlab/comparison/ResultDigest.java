package io.fluxlab.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a run in a few bytes per running task: how many, and a hash in which the order of a task's items counts
 * and the order of tasks does not. Items are hashed by {@link Object#hashCode()}; those that do not define one of their
 * own count, and no more. Not thread-safe.
 */
final class ResultDigest {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio: Knuth's multiplicative hashing

    private final Map<Integer, Long> running = new HashMap<>();
    private long ended;
    private long count;

    void add(int task, List<?> items) {
        long hash = running.getOrDefault(task, task + 1L);
        for (Object item : items) {
            hash = hash * MULTIPLIER + (hasOwnHash(item) ? item.hashCode() : 1);
        }
        running.put(task, hash);
        count += items.size();
    }

    /** The task has no more items. */
    void end(int task) {
        Long hash = running.remove(task);
        if (hash != null) {
            ended += spread(hash);
        }
    }

    /** What has ended so far; equal for equal results. */
    String text() {
        return "%d items of hash %016x".formatted(count, ended);
    }

    /** Lets every bit count, so that tasks can't swap their items unnoticed: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long spread(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static boolean hasOwnHash(Object item) {
        return !item.getClass().isArray() && OwnHash.BY_CLASS.get(item.getClass());
    }

    /** Which classes define a hash of their own. */
    private static final class OwnHash {
        static final ClassValue<Boolean> BY_CLASS = new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                try {
                    return type.getMethod("hashCode").getDeclaringClass() != Object.class;
                } catch (NoSuchMethodException e) {
                    return false;
                }
            }
        };
    }
}
