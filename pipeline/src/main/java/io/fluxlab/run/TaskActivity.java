package io.fluxlab.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what one sees whether a task that runs does anything. Thread-safe; figures may be a moment old. */
public interface TaskActivity {

    /** Its index. */
    int index();

    /** Whether its body's end was told. */
    boolean hasEnded();

    /** A number that changes with each item and each checkpoint that says something new. */
    long activity();

    /** How many items its body was asked for and has not emitted. */
    long demand();

    /** The thread that is inside its body; null where there is none. */
    @Nullable
    Thread thread();

    /** The operators of its body, the last one first; empty where nothing is known of them. */
    List<String> operators();
}
