package io.fluxlab.workload;

import java.util.Map;

/** Makes workloads of the data of a {@link Recipe}. Found by {@link java.util.ServiceLoader}; stateless and thread-safe. */
public interface WorkloadMaker {

    /** The workload; an exception says why there is none. */
    Workload<?> make(Map<String, Object> data);
}
