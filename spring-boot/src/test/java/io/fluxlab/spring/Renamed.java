package io.fluxlab.spring;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/** A workload without tasks worth mentioning, under any name. */
record Renamed(String name) implements Workload<Renamed.Nothing> {

    record Nothing() {}

    @Override
    public String summary() {
        return "does nothing";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Nothing defaults() {
        return new Nothing();
    }

    @Override
    public Plan plan(Nothing parameters) {
        throw new UnsupportedOperationException("nobody runs this");
    }
}
