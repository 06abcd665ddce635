package io.fluxlab.parameter;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Schema} made of some values. Immutable.
 *
 * @param errors what is wrong with them
 * @param rest the record of what is right, for whoever looks for further mistakes; empty where too little is left of it
 */
public record Reading<R extends Record>(List<FieldError> errors, Optional<R> rest) {

    public Reading {
        errors = List.copyOf(errors);
    }

    /**
     * The record.
     *
     * @throws InvalidRequestException where anything is wrong
     */
    public R orThrow() {
        if (errors.isEmpty() && rest.isPresent()) {
            return rest.get();
        }
        throw new InvalidRequestException(errors);
    }
}
