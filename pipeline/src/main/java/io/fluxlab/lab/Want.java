package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import io.fluxlab.comparison.ComparisonSetup;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.Runner;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to claim, by what it is for. Immutable.
 *
 * @param self what every run takes
 * @param lanes what lanes take for so many tasks at once
 * @param tasks what the tasks do
 */
record Want(Claim self, Claim lanes, Claim tasks) {

    static Want of(RunSetup setup) {
        return of(setup, setup.concurrency());
    }

    /** What a run wants where so many of its tasks run at once. */
    static Want of(RunSetup setup, int concurrency) {
        Want want = of(setup.subject().plan(), setup.lane(), concurrency);
        return setup.traced() ? new Want(want.self.plus(RunTrace.CLAIM), want.lanes, want.tasks) : want;
    }

    /**
     * Runs follow one another. Lanes whose tasks run elsewhere keep what they have from round to round; isolated runs
     * end with the JVM that they have.
     */
    static Want of(ComparisonSetup setup) {
        Optional<Isolation> isolation = setup.place().isolation();
        Want largest = new Want(Runner.claim(0, 0), Claim.NONE, Claim.NONE);
        Claim kept =
                isolation.map(jvms -> jvms.claim().times(setup.jvmsAtOnce())).orElse(Claim.NONE);
        for (Lane lane : setup.lanes()) {
            Plan plan = setup.subjectOn(lane).plan();
            Want want = of(plan, lane, setup.concurrency(lane, plan.size()));
            if (isolation.isPresent()) {
                largest = largest.or(want.elsewhere());
            } else if (lane.isElsewhere()) {
                largest = largest.or(new Want(want.self, Claim.NONE, want.tasks));
                kept = kept.plus(want.lanes);
            } else {
                largest = largest.or(want);
            }
        }
        return new Want(largest.self, largest.lanes.plus(kept), largest.tasks);
    }

    /** What lanes keep between the steps of a search: those whose tasks run elsewhere. */
    static Want between(List<Lane> lanes) {
        Claim kept = Claim.NONE;
        for (Lane lane : lanes) {
            kept = lane.isElsewhere() ? kept.plus(lane.claim(lane.concurrency(Integer.MAX_VALUE))) : kept;
        }
        return new Want(Claim.NONE, kept, Claim.NONE);
    }

    /** What a step of a search wants beside what its lane keeps. */
    static Want ofStep(RunSetup step) {
        Want all = of(step);
        return step.lane().isElsewhere() ? new Want(all.self, Claim.NONE, all.tasks) : all;
    }

    private static Want of(Plan plan, Lane lane, int concurrency) {
        int atOnce = Math.min(Math.min(concurrency, lane.mostConcurrency()), plan.size());
        Claim tasks = plan.claim(new AtOnce(atOnce, Math.min(atOnce, lane.computing(atOnce))));
        return new Want(
                Runner.claim(plan.size(), atOnce), lane.claim(atOnce), lane.isElsewhere() ? tasks.elsewhere() : tasks);
    }

    Claim all() {
        return self.plus(lanes).plus(tasks);
    }

    private Want or(Want other) {
        return new Want(self.or(other.self), lanes.or(other.lanes), tasks.or(other.tasks));
    }

    private Want elsewhere() {
        return new Want(self.elsewhere(), lanes.elsewhere(), tasks.elsewhere());
    }
}
