package io.fluxlab.process.child;

import io.fluxlab.workload.Workload;
import java.util.Optional;
import java.util.ServiceLoader;

/** What another process can make, too. */
public final class Services {

    private Services() {}

    /** Why a child can't make this workload, or empty where it can. */
    public static Optional<String> refusal(Workload<?> workload) {
        for (Workload<?> found : ServiceLoader.load(Workload.class)) {
            if (found.getClass() == workload.getClass()) {
                return Optional.empty();
            }
        }
        if (workload.recipe().isPresent()) {
            return Optional.empty();
        }
        return Optional.of("it was given in code, and another process can make only what is on the class path as a"
                + " service: name it in META-INF/services/" + Workload.class.getName());
    }
}
