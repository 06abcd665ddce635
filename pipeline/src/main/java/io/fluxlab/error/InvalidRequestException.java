package io.fluxlab.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request itself is wrong: sending it again unchanged will fail again. */
public final class InvalidRequestException extends LabException {

    private static final long serialVersionUID = 1L;

    /** An error with a code of its own, about any number of fields. */
    public InvalidRequestException(String code, String message, List<FieldError> fields) {
        super(code, message, fields);
    }

    /** An error about these fields; its message is theirs. */
    public InvalidRequestException(List<FieldError> fields) {
        this("invalid-request", fields.stream().map(FieldError::message).collect(Collectors.joining("; ")), fields);
    }

    /** An error about one field. */
    public static InvalidRequestException of(String field, @Nullable Object value, String message) {
        return new InvalidRequestException(List.of(new FieldError(field, value, message)));
    }
}
