package io.fluxlab.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one field of a request. Immutable.
 *
 * @param field the field's path, such as {@code lane} or {@code parameters.to}
 * @param value the value that was given, null where the field was missing
 * @param message what is wrong and what would be right
 */
public record FieldError(
        String field,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
        String message) {

    /** This error, seen from an object that holds the field's owner under {@code parent}. */
    public FieldError under(String parent) {
        return new FieldError(parent + "." + field, value, message);
    }
}
