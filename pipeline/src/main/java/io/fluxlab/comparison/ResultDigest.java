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

    private final Map<Integer, Long> hashes = new HashMap<>();
    private long count;

    void add(int task, List<?> items) {
        long hash = hashes.getOrDefault(task, task + 1L);
        for (Object item : items) {
            hash = hash * MULTIPLIER + (hasOwnHash(item) ? item.hashCode() : 1);
        }
        hashes.put(task, hash);
        count += items.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResultDigest digest && count == digest.count && hashes.equals(digest.hashes);
    }

    @Override
    public int hashCode() {
        return hashes.hashCode();
    }

    @Override
    public String toString() {
        return "%d items of hash %08x".formatted(count, hashes.hashCode());
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
