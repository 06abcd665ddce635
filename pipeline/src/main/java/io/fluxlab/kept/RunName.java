package io.fluxlab.kept;

import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;

/** A kept run by its id: what {@code lab.submit} answers, and what {@code lab.cancel} and {@code lab.remove} take. Immutable. */
public record RunName(
        @Param(value = "id of the run", max = 100) String run) {

    /** The fields of a name, for whoever reads one from plain values. */
    public static final Schema<RunName> SCHEMA = Schema.of("a run's name", RunName.class);
}
