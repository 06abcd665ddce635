package io.fluxlab.error;

import java.util.List;

/** What a lab answers when it does not do what it was asked. Immutable; safe to share between threads. */
public abstract sealed class LabException extends RuntimeException
        permits InvalidRequestException, RejectedRequestException, BrokenRunException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<FieldError> fields;

    LabException(String code, String message, List<FieldError> fields) {
        super(message);
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    /** What kind of error this is, in kebab-case: for programs. */
    public String code() {
        return code;
    }

    /** The fields that the error is about; empty where it is about none. */
    public List<FieldError> fields() {
        return fields;
    }
}
