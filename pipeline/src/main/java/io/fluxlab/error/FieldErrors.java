package io.fluxlab.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request, up to a number that nobody reads more of: whoever looks for mistakes stops looking
 * when this is full, so that no request costs more the more is wrong with it. {@link InvalidRequestException} says so then.
 * Not thread-safe: one per request.
 */
public final class FieldErrors {

    /** The most errors about one request. */
    public static final int MOST = 20;

    private final List<FieldError> found = new ArrayList<>();

    /** Adds an error; it is lost where there are {@value #MOST}. */
    public void add(FieldError error) {
        if (!isFull()) {
            found.add(error);
        }
    }

    /** Adds an error about one field. */
    public void add(String field, @Nullable Object value, String message) {
        add(new FieldError(field, value, message));
    }

    /** Adds these errors, as far as there is room. */
    public void addAll(Collection<FieldError> errors) {
        errors.forEach(this::add);
    }

    /** Whether further mistakes need not be looked for. */
    public boolean isFull() {
        return found.size() == MOST;
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many errors there are so far. */
    public int count() {
        return found.size();
    }

    /** The errors so far, in the order in which they were found. */
    public List<FieldError> found() {
        return List.copyOf(found);
    }
}
