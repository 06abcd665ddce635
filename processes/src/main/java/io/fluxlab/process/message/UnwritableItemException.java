package io.fluxlab.process.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serial;

/** An item is of a type that can't travel to another process. */
public final class UnwritableItemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnwritableItemException(Object item, JsonProcessingException cause) {
        this("an item of " + item.getClass().getName(), cause.getOriginalMessage(), cause);
    }

    private UnwritableItemException(String what, String reason, Throwable cause) {
        super("%s can't travel to another process: %s".formatted(what, reason), cause);
        this.reason = reason;
    }

    /** An entry of Reactor's context can't travel, for the reason that its key or its value can't. */
    static UnwritableItemException inContext(Object key, Object value, UnwritableItemException cause) {
        String what = "what the subscriber's context has under %s (%s)"
                .formatted(key, value.getClass().getName());
        return new UnwritableItemException(what, cause.reason, cause);
    }
}
