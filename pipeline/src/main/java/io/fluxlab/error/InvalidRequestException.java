package io.fluxlab.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request itself is wrong: sending it again unchanged will fail again. */
public final class InvalidRequestException extends LabException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SAID = 10;

    /** An error with a code of its own, about any number of fields. */
    public InvalidRequestException(String code, String message, List<FieldError> fields) {
        super(code, message, fields);
    }

    /** An error about these fields; its message is theirs, or that of the first ten. */
    public InvalidRequestException(List<FieldError> fields) {
        this("invalid-request", message(fields), fields);
    }

    /** An error about one field. */
    public static InvalidRequestException of(String field, @Nullable Object value, String message) {
        return new InvalidRequestException(List.of(new FieldError(field, value, message)));
    }

    private static String message(List<FieldError> fields) {
        String first = fields.stream().limit(MOST_SAID).map(FieldError::message).collect(Collectors.joining("; "));
        if (fields.size() <= MOST_SAID) {
            return first;
        }
        String more = first + "; and " + (fields.size() - MOST_SAID) + " more";
        return fields.size() == FieldErrors.MOST ? more + "; what else is wrong was not looked for" : more;
    }
}
