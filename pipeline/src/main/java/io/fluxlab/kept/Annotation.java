package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something to remember of a kept run. Immutable.
 *
 * @param note null takes away what there was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Annotation(
        @Param(value = "id of the run", max = 100) String run,

        @Param(value = "what is to be remembered of it; nothing where it is missing", max = 2_000) @Nullable
        String note) {

    /** The fields of an annotation, for whoever reads one from plain values. */
    public static final Schema<Annotation> SCHEMA = Schema.of("an annotation", Annotation.class);
}
