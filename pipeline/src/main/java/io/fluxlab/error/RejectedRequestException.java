package io.fluxlab.error;

import java.util.List;

/** The request is well formed, but a limit or missing rights stand in its way. */
public final class RejectedRequestException extends LabException {

    private static final long serialVersionUID = 1L;

    /** An error with a code of its own, about any number of fields. */
    public RejectedRequestException(String code, String message, List<FieldError> fields) {
        super(code, message, fields);
    }

    /** A request of {@code asked} where the limit of that name allows {@code allowed}. */
    public static RejectedRequestException limit(String limit, long allowed, long asked) {
        String message = "%s must be at most %d, was %d".formatted(limit, allowed, asked);
        return new RejectedRequestException("limit-exceeded", message, List.of(new FieldError(limit, asked, message)));
    }
}
