package io.fluxlab.process.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serial;

/** An item is of a type that can't travel to another process. */
public final class UnwritableItemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnwritableItemException(Object item, JsonProcessingException cause) {
        super(
                "an item of %s can't travel to another process: %s"
                        .formatted(item.getClass().getName(), cause.getOriginalMessage()),
                cause);
    }
}
