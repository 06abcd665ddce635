package io.fluxlab.error;

import java.util.List;

/** The request was accepted, and what it started broke: for instance, lanes that disagree on the results. */
public sealed class BrokenRunException extends LabException permits TimeTooShortException {

    private static final long serialVersionUID = 1L;

    /** An error with a code of its own, about any number of fields. */
    public BrokenRunException(String code, String message, List<FieldError> fields) {
        super(code, message, fields);
    }

    /** An error that is about no field. */
    public BrokenRunException(String code, String message) {
        this(code, message, List.of());
    }
}
