package io.fluxlab.server;

import io.fluxlab.server.identity.Denial;
import io.fluxlab.server.identity.Principal;
import io.fluxlab.server.identity.Role;
import io.fluxlab.wire.Route;

/** Which role each route takes. Stateless. */
final class Rights {

    private Rights() {}

    /**
     * Lets those pass who may ask this.
     *
     * @throws io.fluxlab.error.RejectedRequestException naming the role that would do
     */
    static void check(Route route, Principal principal) {
        Role wanted = wanted(route);
        if (!principal.role().includes(wanted)) {
            throw Denial.forbidden(route.id(), principal, wanted);
        }
    }

    private static Role wanted(Route route) {
        return switch (route) {
            case WORKLOADS, LANES, SCENARIOS, SCENARIO, WATCH, HISTORY -> Role.VIEWER;
            case RUN, COMPARE, CAPACITY, STEER, SUBMIT, CANCEL, ANNOTATE, REMOVE -> Role.RUNNER;
        };
    }
}
