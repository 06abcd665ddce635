package io.fluxlab.workload;

import java.util.Map;

/**
 * How another JVM makes a workload that is no service there. Immutable.
 *
 * @param maker the name of a {@link WorkloadMaker}'s class, which is a service on that JVM's class path
 * @param data what it is to make the workload of: texts, and lists and maps of texts
 */
public record Recipe(String maker, Map<String, Object> data) {

    public Recipe {
        data = Map.copyOf(data);
    }
}
