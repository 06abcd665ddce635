package io.fluxlab.kept;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.util.context.ContextView;

/**
 * What a submitted run is known by when the JVM that it was in is gone: a lane that keeps a journal writes it down and looks it
 * up there. Whoever submits the run puts it into Reactor's context, under this class. Immutable.
 *
 * @param id what no other run is called; whoever takes the run up submits it again under it
 * @param owner whose it is
 * @param role what its owner may do, as the server calls that
 * @param submission the submission's fields, as {@link Submission#fields} has them
 */
public record LastingRun(String id, String owner, String role, Map<String, Object> submission) {

    public LastingRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(submission, "submission");
    }

    /** The run that whoever subscribes with this context wants to last. */
    public static Optional<LastingRun> in(ContextView context) {
        return context.getOrEmpty(LastingRun.class);
    }
}
