package io.fluxlab.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects mistakes, so that all of them are told at once. Not thread-safe. */
public final class Mistakes {

    private final List<String> found = new ArrayList<>();

    /** The value, or none and a mistake more. */
    public <T> Optional<T> collect(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (UsageException e) {
            found.addAll(e.mistakes());
            return Optional.empty();
        }
    }

    /** Ends here if there was a mistake. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UsageException(found);
        }
    }
}
