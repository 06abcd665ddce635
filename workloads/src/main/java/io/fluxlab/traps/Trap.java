package io.fluxlab.traps;

import io.fluxlab.claim.Claim;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.ForwardingPlan;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Workload;
import java.util.function.LongFunction;

/**
 * A mistake that was reported in public, rebuilt small. Immutable; thread-safe.
 *
 * @param <P> how large it is and, where the mistake can be put right in the code, which form of it runs
 */
public abstract class Trap<P extends Record> implements Workload<P> {

    private final String name;
    private final String summary;
    private final Kind kind;
    private final P defaults;

    Trap(String name, String summary, Kind kind, P defaults) {
        this.name = name;
        this.summary = summary;
        this.kind = kind;
        this.defaults = defaults;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public final P defaults() {
        return defaults;
    }

    /** So many tasks of this body, each of which makes one call. */
    static Plan tasks(int tasks, Workload<Repeated> body) {
        return body.plan(new Repeated(tasks, 1));
    }

    /** The plan, which takes so much more than is known of its bodies, by how many of them run at once. */
    static Plan claiming(Plan plan, LongFunction<Claim> more) {
        return new ForwardingPlan(plan) {
            @Override
            public Claim claim(AtOnce atOnce) {
                return super.claim(atOnce).plus(more.apply(atOnce.tasks()));
            }
        };
    }
}
