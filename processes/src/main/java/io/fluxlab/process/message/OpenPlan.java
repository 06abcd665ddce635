package io.fluxlab.process.message;

import io.fluxlab.workload.Recipe;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan whose tasks will be asked for: the workload by name, with every parameter, and how it is made where it is no
 * service. Immutable.
 */
public record OpenPlan(
        String workload,
        Map<String, Object> parameters,
        @Nullable Recipe recipe) {

    /** Of a workload that is a service. */
    public OpenPlan(String workload, Map<String, Object> parameters) {
        this(workload, parameters, null);
    }
}
